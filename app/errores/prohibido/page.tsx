import type { Metadata } from "next";
import { ForbiddenPage } from "../../_components/forbidden-page";

export const metadata: Metadata = { title: "No puede entrar aquí con su cuenta", robots: { index: false } };

export default ForbiddenPage;
