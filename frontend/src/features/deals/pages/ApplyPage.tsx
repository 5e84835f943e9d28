import { useNavigate, useParams } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useEffect, useState } from "react";
import { answer, http } from "@/api/client";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ApplyWizard } from "../ApplyWizard";
import type { Deal } from "../model";

/** Opens the firm's application for a listing, or goes on with the one it has. */
export default function ApplyPage() {
  const { listingId } = useParams({ from: "/desk/apply/$listingId" });
  const navigate = useNavigate();
  const [deal, setDeal] = useState<Deal>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    let gone = false;
    answer(http.POST("/api/deals", { body: { listing_id: listingId } }))
      .then((started) => {
        if (gone) return;
        if (started.state === "draft") setDeal(started);
        else void navigate({ to: "/applications/$id", params: { id: started.id }, replace: true });
      })
      .catch((problem: unknown) => !gone && setError(problem));
    return () => {
      gone = true;
    };
  }, [listingId, navigate]);

  if (error) return <ProblemAlert error={error} />;
  if (!deal) return <Skeleton active title={false} paragraph={{ rows: 10 }} />;
  return <ApplyWizard start={deal} />;
}
