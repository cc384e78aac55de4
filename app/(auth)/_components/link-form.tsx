import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/lib/platform/action";
import type { ReactNode } from "react";

interface LinkFormProps {
  action: FormAction;
  title: string;
  /** The token of the mailed link whose page this is. */
  token: string;
  lead: ReactNode;
  submit: string;
  submitting: string;
}

/** The page of a mailed link: it says what the button does; opening it changed nothing. */
export const LinkForm = ({ token, ...form }: LinkFormProps) => (
  <ActionForm {...form} fields={[{ kind: "hidden", name: "enlace", value: token }]} />
);
