-- The same network is an edition for each minimum of customers that it was published with.
DROP INDEX network_edition_fingerprint;
CREATE INDEX network_edition_fingerprint ON network_edition (fingerprint);

-- Nobody asks for the changes of an edition by what they were.
DROP INDEX network_change_edition_action_idx;
