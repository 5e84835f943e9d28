import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { MoveMenu } from "./MoveMenu";
import { type Ask, COLUMNS, type Item, type State, WAYS } from "./model";

interface CardProps {
  item: Item;
  chosen: boolean;
  choose: (id: string) => void;
  ask: Ask;
}

function Card({ item, chosen, choose, ask }: CardProps) {
  const { t } = useTranslation("pipeline");
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!box.current || WAYS[item.state].length === 0) return;
    return draggable({ element: box.current, getInitialData: () => ({ item }) });
  }, [item]);
  return (
    <li ref={box} className={chosen ? "board-card is-chosen" : "board-card"}>
      <button type="button" className="link" aria-pressed={chosen} onClick={() => choose(item.id)}>
        {item.title}
      </button>
      <p className="muted">
        <Org name={item.firm_name} /> · <Money minor={item.amount_minor} style="round" />
      </p>
      <div className="row between">
        <span className="muted small">
          {t("score_short", { score: item.score })} · {t("days_here", { count: item.days_in_state })}
        </span>
        <MoveMenu item={item} ask={ask} />
      </div>
    </li>
  );
}

interface BoardProps {
  items: Item[];
  chosen: string | undefined;
  choose: (id: string) => void;
  ask: Ask;
}

function Column({ state, items, chosen, choose, ask }: BoardProps & { state: State }) {
  const states = useTranslation("states").t;
  const box = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!box.current) return;
    const carried = (data: Record<string | symbol, unknown>) => data.item as Item;
    return dropTargetForElements({
      element: box.current,
      canDrop: ({ source }) => WAYS[carried(source.data).state].includes(state),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        ask(carried(source.data), state);
      },
    });
  });
  const own = items.filter((item) => item.state === state);
  return (
    <section
      ref={box}
      className={over ? "board-column is-over" : "board-column"}
      aria-label={states(`application.${state}`)}
    >
      <h2>
        {states(`application.${state}`)} <span className="muted num">{own.length}</span>
      </h2>
      <ul>
        {own.map((item) => (
          <Card key={item.id} item={item} chosen={item.id === chosen} choose={choose} ask={ask} />
        ))}
      </ul>
    </section>
  );
}

/** The same deals by stage; a column that takes the dragged card lights up. */
export default function Board(props: BoardProps) {
  const { t } = useTranslation("pipeline");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the board scrolls sideways and must be reachable by keyboard
    <section className="board" aria-label={t("board")} tabIndex={0}>
      {COLUMNS.map((state) => (
        <Column key={state} state={state} {...props} />
      ))}
    </section>
  );
}
