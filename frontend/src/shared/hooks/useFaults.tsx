import type { FormInstance } from "antd";
import { useCallback, useState } from "react";
import { fieldPath, isProblem } from "@/api/problem";
import { ErrorSummary, type FormFault } from "@/shared/ui/ErrorSummary";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

type Path = (string | number)[];

interface Refused {
  errorFields: { name: Path; errors: string[] }[];
}

/**
 * What is wrong with a form, from both sides: the browser's own checks and the server's 422, at the field and in a
 * summary that takes the focus. The form needs a `name`, because antd builds the ids of its fields from it.
 * `pathOf`: the field that edits what the server names by a pointer, where the two differ.
 */
export function useFaults(form: FormInstance, formName: string, pathOf: (pointer: string) => Path = fieldPath) {
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<unknown>();

  const idOf = useCallback((path: Path) => [formName, ...path].join("_"), [formName]);

  const clear = useCallback(() => {
    setFaults([]);
    setProblem(undefined);
  }, []);

  const refused = useCallback(
    ({ errorFields }: Refused) => {
      setProblem(undefined);
      setFaults(errorFields.map((f) => ({ field: idOf(f.name), message: f.errors[0] ?? "" })));
      setAttempt((n) => n + 1);
    },
    [idOf],
  );

  const failed = useCallback(
    (error: unknown) => {
      const errors = isProblem(error) ? (error.errors ?? []) : [];
      if (errors.length === 0) {
        setFaults([]);
        setProblem(error);
      } else {
        form.setFields(errors.map((fault) => ({ name: pathOf(fault.pointer), errors: [fault.message] })));
        setProblem(undefined);
        setFaults(errors.map((fault) => ({ field: idOf(pathOf(fault.pointer)), message: fault.message })));
      }
      setAttempt((n) => n + 1);
    },
    [form, idOf, pathOf],
  );

  const summary = (
    <>
      <ProblemAlert error={problem} />
      <ErrorSummary faults={faults} attempt={attempt} />
    </>
  );
  return { summary, refused, failed, clear };
}
