import { Link, useParams } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { isProblem } from "@/api/problem";
import { useMay } from "@/shared/session/session";
import { EmptyState } from "@/shared/ui/EmptyState";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import { AccessCard } from "../AccessCard";
import { AccessLog } from "../AccessLog";
import { AskForm } from "../AskForm";
import { Files } from "../Files";
import type { Room } from "../model";
import { RoomSettings } from "../RoomSettings";
import "../words";

const NOT_FOUND = 404;
const OPEN = ["asked", "offered", "firm_signed", "active"];

/** A firm that has not asked yet: whether there is a room, nobody tells it. */
function Asking({ listingId }: { listingId: string }) {
  const { t } = useTranslation("datarooms");
  const found = api.useQuery("get", "/api/listings/{listing_id}", { params: { path: { listing_id: listingId } } });
  if (found.error) return <ProblemAlert error={found.error} />;
  if (!found.data) return <Skeleton active title={false} />;
  return (
    <>
      <PageHead
        title={found.data.title}
        back={{ to: "/datarooms", label: t("title") }}
        lead={
          <>
            <span className="num">{found.data.number}</span> · <Org name={found.data.university_name} />
          </>
        }
      />
      <AskForm listingId={listingId} />
    </>
  );
}

function Inside({ room }: { room: Room }) {
  const { t } = useTranslation("datarooms");
  const may = useMay();
  const asksAgain = room.side === "firm" && !room.accesses.some((access) => OPEN.includes(access.state));
  const mine = room.side === "firm" && room.accesses.map((row) => <AccessCard key={row.id} row={row} side="firm" />);
  return (
    <>
      <PageHead
        title={room.listing_title}
        tag={
          room.side === "university" ? (
            <StateTag tone={room.is_open ? "good" : "idle"}>{t(room.is_open ? "open" : "closed")}</StateTag>
          ) : undefined
        }
        back={{ to: "/datarooms", label: t("title") }}
        lead={
          <>
            <span className="num">{room.listing_number}</span> ·{" "}
            {room.side === "university" ? (
              <Link to="/listings/$id" params={{ id: room.listing_id }}>
                {room.university_name}
              </Link>
            ) : (
              room.university_name
            )}
          </>
        }
      />
      <div className="grid-2">
        <div className="stack">
          {!room.can_read && mine}
          <Files room={room} />
          <AccessLog listingId={room.listing_id} side={room.side} />
        </div>
        <aside className="stack">
          {room.can_read && mine}
          {room.can_edit && <RoomSettings key={`${room.is_open}${room.access_days}`} room={room} />}
          {room.side === "university" &&
            (room.accesses.length > 0 ? (
              room.accesses.map((row) => <AccessCard key={row.id} row={row} side="university" />)
            ) : (
              <section className="panel">
                <EmptyState title={t("access.none")} />
              </section>
            ))}
          {asksAgain && may("deal.apply") && <AskForm listingId={room.listing_id} />}
        </aside>
      </div>
    </>
  );
}

/** The data room of a listing for both sides. */
export default function DataRoomPage() {
  const { listingId } = useParams({ from: "/desk/datarooms/$listingId" });
  const may = useMay();
  const found = api.useQuery(
    "get",
    "/api/datarooms/{listing_id}",
    { params: { path: { listing_id: listingId } } },
    { retry: false },
  );
  if (isProblem(found.error) && found.error.status === NOT_FOUND && may("deal.apply"))
    return <Asking listingId={listingId} />;
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  return <Inside room={found.data} />;
}
