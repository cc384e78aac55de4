import { createElement as h, type CSSProperties, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { MailBlock, Sender } from "./mail.ts";

// Mail programs know neither style sheets nor variables: what little style there is stands on each element.
const STYLES = {
  page: { margin: 0, padding: "24px", fontFamily: "sans-serif", fontSize: "16px", lineHeight: "24px" },
  body: { maxWidth: "560px", margin: "0 auto", color: "#1d2733" },
  name: { fontWeight: "bold", borderBottom: "2px solid #1d2733", paddingBottom: "12px" },
  text: { margin: "16px 0", whiteSpace: "pre-line" },
  button: {
    display: "inline-block",
    padding: "12px 20px",
    background: "#1d4e6b",
    color: "#ffffff",
    textDecoration: "none",
    borderRadius: "6px",
    fontWeight: "bold",
  },
  address: { fontSize: "14px", overflowWrap: "anywhere" },
  term: { textAlign: "left", verticalAlign: "top", padding: "4px 16px 4px 0", fontWeight: "normal" },
  value: { padding: "4px 0", fontWeight: "bold" },
  foot: { borderTop: "1px solid #5c6875", color: "#4a5561", fontSize: "14px", paddingTop: "12px" },
} satisfies Record<string, CSSProperties>;

function blockOf(block: MailBlock, key: number): ReactNode {
  switch (block.kind) {
    case "text":
      return h("p", { key, style: STYLES.text }, block.text);
    case "link":
      return h(
        "div",
        { key, style: STYLES.text },
        h("a", { href: block.url, style: STYLES.button }, block.label),
        h(
          "p",
          { style: STYLES.address },
          "Si el botón no abre, copie esta dirección en su navegador: ",
          block.url,
        ),
      );
    case "facts":
      return h(
        "table",
        { key, style: { margin: "16px 0", borderCollapse: "collapse" } },
        factsOf(block.facts),
      );
  }
}

const factsOf = (facts: { term: string; value: string }[]) =>
  h(
    "tbody",
    null,
    facts.map(({ term, value }, key) =>
      h(
        "tr",
        { key },
        h("th", { scope: "row", style: STYLES.term }, term),
        h("td", { style: STYLES.value }, value),
      ),
    ),
  );

/** The mail's HTML. Whatever somebody wrote is text in it: React escapes it. */
export function mailHtml(
  subject: string,
  blocks: readonly MailBlock[],
  sender: Sender,
  foot: string,
): string {
  const page = h(
    "html",
    { lang: "es" },
    h("head", null, h("meta", { charSet: "utf-8" }), h("title", null, subject)),
    h(
      "body",
      { style: STYLES.page },
      h(
        "div",
        { style: STYLES.body },
        h("p", { style: STYLES.name }, sender.name),
        blocks.map(blockOf),
        h("p", { style: STYLES.foot }, foot),
      ),
    ),
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
