import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { StateTag } from "@/shared/ui/StateTag";
import { SECTIONS, sectionOf } from "./draft";

interface Props {
  missing: Schemas["MissingPart"][];
}

/** The field, or the part of the editor, that a pointer leads to. */
function goTo(pointer: string) {
  const field = document.getElementById(`listing_${pointer.slice(1).replaceAll("/", "_")}`);
  const target = field ?? document.getElementById(`part-${sectionOf(pointer)}`);
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}

/** The parts of a listing, in any order: what is done, and what each still needs before it can be submitted. */
export function TaskList({ missing }: Props) {
  const { t } = useTranslation("listings");
  return (
    <ul className="task-list">
      {SECTIONS.map((section) => {
        const open = missing.filter((part) => sectionOf(part.pointer) === section);
        return (
          <li key={section}>
            <div className="row between">
              <a
                href={`#part-${section}`}
                onClick={(event) => {
                  event.preventDefault();
                  const heading = document.getElementById(`part-${section}`);
                  heading?.scrollIntoView({ block: "start" });
                  heading?.focus({ preventScroll: true });
                }}
              >
                {t(`section.${section}`)}
              </a>
              <StateTag tone={open.length ? "wait" : "good"}>
                {open.length ? t("task.open", { count: open.length }) : t("task.done")}
              </StateTag>
            </div>
            {open.map((part) => (
              <button key={part.pointer} type="button" onClick={() => goTo(part.pointer)}>
                {part.message}
              </button>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
