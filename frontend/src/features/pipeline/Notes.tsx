import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { addNote, type Deal } from "./model";

/** The provider's own notes: never a fact, never shown to the firm. */
export function Notes({ deal }: { deal: Deal }) {
  const { t } = useTranslation("pipeline");
  const action = useAction();
  const [text, setText] = useState("");
  return (
    <section className="stack">
      <h3>{t("notes")}</h3>
      <ul className="talk">
        {deal.notes.map((note) => (
          <li key={note.id}>
            <p className="muted">
              {note.author_name} · <DateText value={note.at} precision="minute" />
            </p>
            <p>{note.text}</p>
          </li>
        ))}
      </ul>
      <ProblemAlert error={action.error} />
      <Input.TextArea
        aria-label={t("note_new")}
        placeholder={t("note_new")}
        autoSize
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <Button
          size="small"
          disabled={!text.trim()}
          loading={action.busy === "note"}
          onClick={() =>
            void action.run("note", () => addNote(deal.id, text.trim())).then((saved) => saved && setText(""))
          }
        >
          {t("note_add")}
        </Button>
      </div>
    </section>
  );
}
