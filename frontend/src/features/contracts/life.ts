import { answer, http, type Schemas } from "@/api/client";
import type { Contract } from "./model";

export type Life = Schemas["AfterSignature"];
export type Matter = Schemas["MatterView"];
export type Evidence = Schemas["EvidenceView"];
export type Sent = Schemas["ContractFile"];

export const FILE_KINDS = ".pdf,.png,.jpg,.jpeg,.xlsx";
export const FILE_LIMIT = 10_000_000;

const at = (contract: Contract) => ({ params: { path: { contract_id: contract.id } } });
const of = (contract: Contract, matter: Matter) => ({
  params: { path: { contract_id: contract.id, matter_id: matter.id } },
});
export const idsOf = (files: Sent[] | undefined) => (files ?? []).map((file) => file.file_id);

export function sendFile(contract: Contract, file: File): Promise<Sent> {
  return answer(
    http.POST("/api/contracts/{contract_id}/files", {
      ...at(contract),
      body: { file: file as unknown as string },
      bodySerializer: () => {
        const form = new FormData();
        form.append("file", file);
        return form;
      },
    }),
  );
}

export const fileUseReport = (contract: Contract, body: Schemas["NewUseReport"]) =>
  answer(http.POST("/api/contracts/{contract_id}/use-reports", { ...at(contract), body }));
export const assertFirstIncome = (contract: Contract, body: Schemas["IncomeClaim"]) =>
  answer(http.POST("/api/contracts/{contract_id}/income-claims", { ...at(contract), body }));
export const correctStatement = (contract: Contract, body: Schemas["CorrectedStatement"]) =>
  answer(http.POST("/api/contracts/{contract_id}/statement-corrections", { ...at(contract), body }));
export const askForAccounts = (contract: Contract, body: Schemas["AccountsRequest"]) =>
  answer(http.POST("/api/contracts/{contract_id}/accounts-requests", { ...at(contract), body }));
export const claimMilestone = (contract: Contract, body: Schemas["MilestoneClaim"]) =>
  answer(http.POST("/api/contracts/{contract_id}/milestone-claims", { ...at(contract), body }));
export const buyOut = (contract: Contract, body: Schemas["BuyoutNotice"]) =>
  answer(http.POST("/api/contracts/{contract_id}/buyout", { ...at(contract), body }));
export const recordConversion = (contract: Contract, body: Schemas["ConversionRecord"]) =>
  answer(http.POST("/api/contracts/{contract_id}/conversions", { ...at(contract), body }));
export const recordTransfer = (contract: Contract, body: Schemas["TransferRecord"]) =>
  answer(http.POST("/api/contracts/{contract_id}/transfer-recording", { ...at(contract), body }));
export const fileCertificate = (contract: Contract, body: Schemas["ReturnCertificate"]) =>
  answer(http.POST("/api/contracts/{contract_id}/return-certificate", { ...at(contract), body }));
export const recordRight = (contract: Contract, body: Schemas["RightRecord"]) =>
  answer(http.POST("/api/contracts/{contract_id}/right-events", { ...at(contract), body }));

export const acceptMatter = (contract: Contract, matter: Matter, body: Schemas["MatterAnswer"]) =>
  answer(http.POST("/api/contracts/{contract_id}/matters/{matter_id}/accept", { ...of(contract, matter), body }));
export const refuseMatter = (contract: Contract, matter: Matter, body: Schemas["MatterRefusal"]) =>
  answer(http.POST("/api/contracts/{contract_id}/matters/{matter_id}/refuse", { ...of(contract, matter), body }));
export const withdrawMatter = (contract: Contract, matter: Matter) =>
  answer(http.POST("/api/contracts/{contract_id}/matters/{matter_id}/withdraw", of(contract, matter)));
export const proposeSettlement = (contract: Contract, matter: Matter, body: Schemas["SettlementProposal"]) =>
  answer(http.POST("/api/contracts/{contract_id}/matters/{matter_id}/propose", { ...of(contract, matter), body }));
export const agreeSettlement = (contract: Contract, matter: Matter) =>
  answer(
    http.POST("/api/contracts/{contract_id}/matters/{matter_id}/agree", {
      ...of(contract, matter),
      body: { on: matter.proposed_on },
    }),
  );
