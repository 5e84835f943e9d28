import { useQueryClient } from "@tanstack/react-query";
import type { FormInstance } from "antd";
import { useRef, useState } from "react";
import { answer, http, type Schemas } from "@/api/client";
import { type FieldFault, isProblem } from "@/api/problem";
import { useDraft } from "@/shared/hooks/useDraft";
import { formPath } from "@/shared/terms/places";
import { useAmountFault } from "@/shared/ui/AmountInput";
import { draftOf, type ListingForm, unreadableAmounts } from "./draft";

type View = Schemas["ListingView"];

/** What the server or the form found unreadable: nothing of the draft is saved until it is put right. */
class Unsaved extends Error {
  constructor(readonly count: number) {
    super("unsaved");
  }
}

const get = (id: string) => answer(http.GET("/api/listings/{listing_id}", { params: { path: { listing_id: id } } }));

/**
 * Keeps a listing's draft saved while it is written. Wrong fields are marked without taking the focus; an edit by
 * somebody else stops the saving until one of the two is chosen.
 */
export function useListingDraft(view: View, form: FormInstance<ListingForm>) {
  const faultOf = useAmountFault();
  const client = useQueryClient();
  const [saved, setSaved] = useState(view);
  const [theirs, setTheirs] = useState<View>();
  const latest = useRef(view);
  const marked = useRef<(string | number)[][]>([]);
  const isSaved = useRef(true);

  function mark(faults: { path: (string | number)[]; message: string }[]) {
    form.setFields(marked.current.map((name) => ({ name: name as never, errors: [] })));
    marked.current = faults.map((fault) => fault.path);
    form.setFields(faults.map((fault) => ({ name: fault.path as never, errors: [fault.message] })));
  }

  const draft = useDraft<ListingForm>(async (values) => {
    const unreadable = unreadableAmounts(values);
    if (unreadable.length > 0) {
      mark(unreadable.map(([path, typed]) => ({ path, message: faultOf(typed) ?? "" })));
      throw new Unsaved(unreadable.length);
    }
    try {
      const next = await answer(
        http.PUT("/api/listings/{listing_id}", {
          params: { path: { listing_id: view.id }, header: { "if-match": String(latest.current.version) } },
          body: draftOf(values, latest.current),
        }),
      );
      mark([]);
      isSaved.current = true;
      latest.current = next;
      setSaved(next);
      void client.invalidateQueries();
    } catch (error) {
      if (isProblem(error) && error.status === 412) setTheirs(await get(view.id));
      const faults: FieldFault[] = isProblem(error) ? (error.errors ?? []) : [];
      if (faults.length === 0) throw error;
      mark(faults.map((fault) => ({ path: formPath(fault.pointer), message: fault.message })));
      throw new Unsaved(faults.length);
    }
  });

  function change(values: ListingForm) {
    isSaved.current = false;
    draft.change(values);
  }

  /** Saves what is not saved yet; says whether everything is. */
  async function settle(): Promise<boolean> {
    await draft.flush();
    return isSaved.current;
  }

  /** Somebody else saved meanwhile: keep what is typed here, and save it over theirs. */
  function keepMine() {
    if (theirs) latest.current = theirs;
    setTheirs(undefined);
    change(form.getFieldsValue(true) as ListingForm);
    void draft.flush();
  }

  const failure = draft.status.kind === "failed" ? draft.status.error : undefined;
  return {
    status: draft.status,
    change,
    settle,
    saved,
    theirs,
    keepMine,
    wrong: failure instanceof Unsaved ? failure.count : 0,
    refusal: failure instanceof Unsaved || theirs ? undefined : failure,
  };
}
