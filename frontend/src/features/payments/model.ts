import { answer, http, type Schemas } from "@/api/client";
import type { Tone } from "@/shared/ui/StateTag";

export type Invoice = Schemas["InvoiceView"];
export type Adjustment = Schemas["AdjustmentView"];
export type TaxInvoice = Schemas["TaxInvoiceView"];

export const ADJUSTMENT_TONES: Record<Schemas["AdjustmentState"], Tone> = {
  proposed: "wait",
  approved: "good",
  refused: "bad",
  withdrawn: "idle",
  reversed: "idle",
};
export const TAX_TONES: Record<Schemas["TaxInvoiceState"], Tone> = {
  requested: "wait",
  issued: "good",
  declined: "bad",
};

const of = (id: string) => ({ params: { path: { invoice_id: id } } });
const adjustment = (id: string) => ({ params: { path: { adjustment_id: id } } });
const tax = (id: string) => ({ params: { path: { tax_invoice_id: id } } });

export const proposeCredit = (id: string, body: Schemas["NewCreditNote"]) =>
  answer(http.POST("/api/invoices/{invoice_id}/credit-notes", { ...of(id), body }));
export const proposeWriteOff = (id: string, body: Schemas["NewWriteOff"]) =>
  answer(http.POST("/api/invoices/{invoice_id}/write-offs", { ...of(id), body }));
export const approve = (id: string) =>
  answer(http.POST("/api/invoice-adjustments/{adjustment_id}/approve", adjustment(id)));
export const withdraw = (id: string) =>
  answer(http.POST("/api/invoice-adjustments/{adjustment_id}/withdraw", adjustment(id)));
export const refuse = (id: string, reason: string) =>
  answer(http.POST("/api/invoice-adjustments/{adjustment_id}/refuse", { ...adjustment(id), body: { reason } }));
export const askTax = (id: string, body: Schemas["NewTaxInvoice"]) =>
  answer(http.POST("/api/invoices/{invoice_id}/tax-invoice", { ...of(id), body }));
export const declineTax = (id: string, reason: string) =>
  answer(http.POST("/api/tax-invoices/{tax_invoice_id}/decline", { ...tax(id), body: { reason } }));

/** Number, day and file of the tax invoice go as one form. */
export const issueTax = (id: string, number: string, issuedOn: string, file: File) =>
  answer(
    http.POST("/api/tax-invoices/{tax_invoice_id}/issue", {
      ...tax(id),
      body: { number, issued_on: issuedOn, file: file as unknown as string },
      bodySerializer: (body) => {
        const form = new FormData();
        form.append("number", body.number);
        form.append("issued_on", body.issued_on);
        form.append("file", file);
        return form;
      },
    }),
  );
