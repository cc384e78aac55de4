-- The same network is an edition for each minimum of customers that it was published with.
DROP INDEX network_edition_fingerprint;
CREATE INDEX network_edition_fingerprint ON network_edition (fingerprint);
