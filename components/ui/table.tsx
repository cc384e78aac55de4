import type { ReactNode } from "react";
import { classNames } from "./class-names";
import type { ColumnOrder } from "./listing-links";

/**
 * `compact` on a phone keeps up to three columns of figures and puts the links below them, where rows are compared;
 * `slips` turns each row into label and value, where rows are read one by one; `plain` is for tables that fit.
 */
export type TableMode = "plain" | "compact" | "slips";

interface TableProps {
  caption: ReactNode;
  note?: ReactNode;
  mode?: TableMode | undefined;
  /** Columns of figures in `compact`. */
  figures?: 2 | 3 | undefined;
  /** The first column holds sentences, the others short figures. */
  nameFirst?: boolean | undefined;
  dense?: boolean | undefined;
  /** `Column`s. */
  head: ReactNode;
  /** `Row`s. */
  children: ReactNode;
}

/** Roles are explicit because both phone modes change `display`, which makes browsers forget them. */
export function Table(props: TableProps) {
  const { caption, note, mode = "plain", figures = 3, nameFirst, dense, head, children } = props;
  const className = classNames(
    "data-table",
    mode !== "plain" && `data-table-${mode}`,
    mode === "compact" && figures === 2 && "data-table-compact-2",
    nameFirst && "data-table-name-first",
    dense && "data-table-dense",
  );
  return (
    <table className={className} role="table">
      <caption>
        {caption}
        {note && <span className="mt-1 block text-note font-normal text-ink-soft">{note}</span>}
      </caption>
      <thead role="rowgroup">
        <tr role="row">{head}</tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

interface ColumnProps {
  children: ReactNode;
  number?: boolean | undefined;
  /** Below the name: "kWh", "$". */
  unit?: string | undefined;
  /** Holds links; in `compact` it goes below the figures and loses its heading. */
  link?: boolean | undefined;
  /** Where the heading leads to order by this column, and how it is ordered now. */
  sort?: ColumnOrder;
}

export function Column({ children, number, unit, link, sort }: ColumnProps) {
  return (
    <th
      scope="col"
      role="columnheader"
      className={classNames(number && "number", link && "link")}
      aria-sort={sort?.direction ?? undefined}
    >
      {sort ? <SortLink {...sort}>{children}</SortLink> : children}
      {unit && <span className="unit">{unit}</span>}
    </th>
  );
}

function SortLink({ href, direction, children }: NonNullable<ColumnProps["sort"]> & { children: ReactNode }) {
  return (
    <a href={href}>
      {children}
      {direction && <span aria-hidden="true"> {direction === "ascending" ? "↑" : "↓"}</span>}
    </a>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return <tr role="row">{children}</tr>;
}

export function RowHeader({ children }: { children: ReactNode }) {
  return (
    <th scope="row" role="rowheader">
      {children}
    </th>
  );
}

interface CellProps {
  children: ReactNode;
  number?: boolean | undefined;
  /** The column's name and unit, shown beside the value in `slips`. */
  label?: string | undefined;
  link?: boolean | undefined;
  /** A link cell without a link: left out on a phone. */
  none?: boolean | undefined;
}

export function Cell({ children, number, label, link, none }: CellProps) {
  const className = classNames(number && "number", link && "link", none && "link-none");
  return (
    <td role="cell" className={className} data-label={label}>
      {label ? <div>{children}</div> : children}
    </td>
  );
}

/** The same word long and short: "Octubre" where there is room, "Oct" on a phone. */
export function LongOrShort({ long, short }: { long: string; short: string }) {
  return (
    <>
      <span className="narrow:hidden">{long}</span>
      <span className="wide:hidden">{short}</span>
    </>
  );
}
