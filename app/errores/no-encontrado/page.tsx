import type { Metadata } from "next";
import { NotFoundPage } from "../../_components/not-found-page";

export const metadata: Metadata = { title: "No encontramos esta página", robots: { index: false } };

export default NotFoundPage;
