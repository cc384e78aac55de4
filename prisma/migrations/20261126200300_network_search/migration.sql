-- As people type: without accents, capitals and signs, one blank between words. Immutable as long as nobody edits the
-- dictionary, and indexed.
CREATE OR REPLACE FUNCTION network_term(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(translate(lower(unaccent('unaccent'::regdictionary, $1)), '-_./,;:()[]{}+*"#''&', repeat(' ', 20)), '\s+', ' ', 'g'));

UPDATE network_search_term SET term = regexp_replace(term, '\s+', ' ', 'g') WHERE term LIKE '%  %';

-- "subestación 1": what begins like it among the few of a layer, past the many of the others.
CREATE INDEX network_search_term_of_layer ON network_search_term (layer, term text_pattern_ops);
