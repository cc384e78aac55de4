import type { FieldMistake } from "@/components/ui/error-summary";
import type { ActionState } from "@/lib/platform/action";

/** What an error summary lists for a form: each field's mistake, and what is wrong with the whole. */
export function mistakesOf({ fieldErrors, error }: ActionState): FieldMistake[] {
  const fields = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return error === undefined ? fields : [...fields, { message: error }];
}
