import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { routeOf } from "./model";

interface Props {
  link: string;
  label?: string;
  className?: string;
  children: ReactNode;
}

/** A link as the server wrote it: a route of the desk, or a page of the street. */
export function To({ link, label, className, children }: Props) {
  const route = routeOf(link);
  const rest = { ...(label ? { "aria-label": label } : {}), ...(className ? { className } : {}) };
  if (route === undefined) {
    return (
      <a href={link} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <Link to={route} {...rest}>
      {children}
    </Link>
  );
}
