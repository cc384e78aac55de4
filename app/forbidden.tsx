import { ForbiddenPage } from "./_components/forbidden-page";

export default ForbiddenPage;
