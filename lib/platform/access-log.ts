import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { log } from "./log.ts";

interface BuiltRoute {
  page: string;
  regex: string;
}

/** The routes of the build, those without parameters first, as Next matches them. */
function builtRoutes(): { page: string; pattern: RegExp }[] {
  const file = join(process.cwd(), ".next/routes-manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as {
    staticRoutes: BuiltRoute[];
    dynamicRoutes: BuiltRoute[];
  };
  return [...manifest.staticRoutes, ...manifest.dynamicRoutes].map(({ page, regex }) => ({
    page,
    pattern: new RegExp(regex),
  }));
}

/** What the log calls a path: its route's pattern, never the path itself, which can name a supply or a person. */
export function routeNames(): (url: string) => string {
  const routes = builtRoutes();
  return (url) => {
    const [path = ""] = url.split("?", 1);
    if (path.startsWith("/_next/")) return "/_next";
    return routes.find(({ pattern }) => pattern.test(path))?.page ?? "unknown";
  };
}

/** One line for `request` once it is answered, or given up by whoever asked. */
export function logAnswer(request: IncomingMessage, response: ServerResponse, route: string): void {
  const began = performance.now();
  const { method } = request;
  response.once("close", () => {
    const answered = response.writableFinished;
    const line = {
      method,
      route,
      status: answered ? response.statusCode : 499,
      ms: Math.round(performance.now() - began),
    };
    if (answered && response.statusCode >= 500) log.error(line, "request");
    else log.info(line, "request");
  });
}
