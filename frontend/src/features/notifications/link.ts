const DESK = "/app/";

/** The route of a link that stays inside the desk; undefined for the street, which is a full page load. */
export const insideDesk = (link: string): string | undefined =>
  link.startsWith(DESK) ? link.slice(DESK.length - 1) : undefined;
