import { lexer, type Token, type Tokens } from "marked";
import { Fragment, type ReactNode } from "react";
import { Cell, Column, Row, RowHeader, Table } from "./table";

/** A document of ours as a page: only what our documents use, and never raw HTML. */
export function Markdown({ text }: { text: string }) {
  return <div className="max-w-216 space-y-4">{nodes(lexer(text))}</div>;
}

const nodes = (tokens: readonly Token[] = []): ReactNode =>
  tokens.map((token, at) => <Fragment key={at}>{node(token)}</Fragment>);

function node(token: Token): ReactNode {
  switch (token.type) {
    case "heading":
      return heading(token as Tokens.Heading);
    case "paragraph":
      return <p>{nodes(token.tokens)}</p>;
    case "list":
      return list(token as Tokens.List);
    case "code":
      return (
        <pre tabIndex={0} className="overflow-x-auto border-l-3 border-line py-1 pl-4 text-note">
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case "table":
      return table(token as Tokens.Table);
    case "strong":
      return <strong>{nodes(token.tokens)}</strong>;
    case "em":
      return <em>{nodes(token.tokens)}</em>;
    case "codespan":
      return (
        <code className="text-[0.94em] wrap-anywhere wide:[th_&]:whitespace-nowrap">
          {(token as Tokens.Codespan).text}
        </code>
      );
    case "link":
      return <a href={(token as Tokens.Link).href}>{nodes(token.tokens)}</a>;
    case "text":
      return token.tokens ? nodes(token.tokens) : (token as Tokens.Text).text;
    default:
      return null;
  }
}

function heading({ depth, tokens, text }: Tokens.Heading): ReactNode {
  const id = text.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, "-");
  if (depth === 1) return <h1>{nodes(tokens)}</h1>;
  if (depth === 2)
    return (
      <h2 id={id} className="pt-6">
        {nodes(tokens)}
      </h2>
    );
  return (
    <h3 id={id} className="pt-3">
      {nodes(tokens)}
    </h3>
  );
}

function list({ ordered, items }: Tokens.List): ReactNode {
  const entries = items.map((item, at) => <li key={at}>{nodes(item.tokens)}</li>);
  const className = "max-w-measure space-y-1 pl-[1.1rem]";
  return ordered ? (
    <ol className={`${className} list-decimal`}>{entries}</ol>
  ) : (
    <ul className={`${className} list-disc`}>{entries}</ul>
  );
}

/** The first cell names its row. */
function table({ header, rows }: Tokens.Table): ReactNode {
  const caption = header.map(({ text }) => text).join(", ");
  return (
    <Table
      caption={<span className="sr-only">{caption}</span>}
      mode="slips"
      head={header.map((cell, at) => (
        <Column key={at}>{nodes(cell.tokens)}</Column>
      ))}
    >
      {rows.map((row, at) => (
        <Row key={at}>
          {row.map((cell, column) =>
            column === 0 ? (
              <RowHeader key={column}>{nodes(cell.tokens)}</RowHeader>
            ) : (
              <Cell key={column} label={header[column]?.text}>
                {nodes(cell.tokens)}
              </Cell>
            ),
          )}
        </Row>
      ))}
    </Table>
  );
}
