/**
 * `url` with every session in UTC: Prisma's driver adapter shifts timestamps when the session's zone is another
 * (prisma/prisma #28629).
 */
export function inUtc(url: string): string {
  const parsed = new URL(url);
  const options = parsed.searchParams.get("options") ?? "";
  if (!/timezone=utc/i.test(options)) parsed.searchParams.set("options", `${options} -c timezone=UTC`.trim());
  return parsed.toString();
}
