-- "subestación 1": what begins like it among the few of a layer, past the many of the others.
CREATE INDEX network_search_term_of_layer ON network_search_term (layer, term text_pattern_ops);
