import { answer, http, type Schemas } from "@/api/client";
import type { Contract } from "./model";

export type Amendment = Schemas["AmendmentView"];
export type Finding = Schemas["ClauseFinding"];

const at = (contract: Contract) => ({ params: { path: { contract_id: contract.id } } });

export const checkClauses = (clauses: string[]) =>
  answer(http.POST("/api/contracts/check-clauses", { body: { clauses } }));

export const setClauses = (contract: Contract, clauses: string[]) =>
  answer(
    http.PUT("/api/contracts/{contract_id}/special-clauses", {
      ...at(contract),
      body: { content_sha256: contract.content_sha256, clauses },
    }),
  );

export const uploadScan = (contract: Contract, file: File) =>
  answer(
    http.POST("/api/contracts/{contract_id}/scans", {
      params: { path: { contract_id: contract.id }, query: { content_sha256: contract.content_sha256 } },
      body: { file: file as unknown as string },
      bodySerializer: () => {
        const form = new FormData();
        form.append("file", file);
        return form;
      },
    }),
  );

export const confirmScan = (contract: Contract, scan_id: string) =>
  answer(
    http.POST("/api/contracts/{contract_id}/scans/{scan_id}/confirm", {
      params: { path: { contract_id: contract.id, scan_id } },
    }),
  );

export const rejectScan = (contract: Contract, scan_id: string, reason: string) =>
  answer(
    http.POST("/api/contracts/{contract_id}/scans/{scan_id}/reject", {
      params: { path: { contract_id: contract.id, scan_id } },
      body: { reason },
    }),
  );

export const proposeAmendment = (contract: Contract, body: Schemas["NewAmendment"]) =>
  answer(http.POST("/api/contracts/{contract_id}/amendments", { ...at(contract), body }));

export const previewAmendment = (contract: Contract, terms: Schemas["TermSheet"]) =>
  answer(http.POST("/api/contracts/{contract_id}/amendments/preview", { ...at(contract), body: { terms } }));

export const signAmendment = (contract: Contract, amendment: Amendment) =>
  answer(
    http.POST("/api/contracts/{contract_id}/amendments/{number}/sign", {
      params: { path: { contract_id: contract.id, number: amendment.number } },
      body: { content_sha256: amendment.content_sha256 },
    }),
  );

export const withdrawAmendment = (contract: Contract, amendment: Amendment, reason: string) =>
  answer(
    http.POST("/api/contracts/{contract_id}/amendments/{number}/withdraw", {
      params: { path: { contract_id: contract.id, number: amendment.number } },
      body: { reason },
    }),
  );
