/** Where a charge stands on the page that explains them: another place for whatever else a bill may print. */
export const chargeAnchor = (description: string) => `cargo-${encodeURIComponent(description)}`;
