import { SaxesParser } from "saxes";

/** An element of a document, its name without namespace; `text` is what stands in it directly. */
export interface DteElement {
  name: string;
  text: string;
  children: DteElement[];
}

/**
 * The elements of a document that was accepted already.
 *
 * @throws Error when the text is not sound XML, which an accepted document is
 */
export function dteTree(xml: string): DteElement {
  const root: DteElement = { name: "", text: "", children: [] };
  const open = [root];
  const parser = new SaxesParser({ position: false, forceXMLVersion: true, defaultXMLVersion: "1.0" });
  const append = (text: string) => {
    const innermost = open.at(-1);
    if (innermost) innermost.text += text;
  };
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", append);
  parser.on("cdata", append);
  parser.on("opentag", ({ name }) => {
    const element = { name: name.slice(name.indexOf(":") + 1), text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return root;
}

/** Every element at `path` below `from`. */
export function elementsAt(from: DteElement, path: string): DteElement[] {
  return path
    .split("/")
    .reduce(
      (parents, name) => parents.flatMap(({ children }) => children.filter((child) => child.name === name)),
      [from],
    );
}

/** The text of the first of `paths` that says something, blanks tidied; null when none does. */
export function textAt(from: DteElement, ...paths: string[]): string | null {
  for (const path of paths) {
    const text = elementsAt(from, path)[0]?.text.replaceAll(/\s+/g, " ").trim();
    if (text) return text;
  }
  return null;
}
