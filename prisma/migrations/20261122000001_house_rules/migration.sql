-- What the schema language cannot say and must never break. tests/integration/platform/migrations.test.ts keeps the list.

-- Two contracts of one supply never run on the same day, or a bill would have two holders.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE customer_agreement
  ADD CONSTRAINT customer_agreement_days CHECK (valid_to IS NULL OR valid_to >= valid_from),
  ADD CONSTRAINT customer_agreement_no_overlap
    EXCLUDE USING gist (usage_point_number WITH =, daterange(valid_from, valid_to, '[]') WITH &&);

-- One active link per person and contract.
CREATE UNIQUE INDEX usage_point_link_active ON usage_point_link (user_id, agreement_id) WHERE ended_at IS NULL;

ALTER TABLE usage_point ADD CONSTRAINT usage_point_billing_months CHECK (billing_months IN (1, 2, 3, 6));

ALTER TABLE meter ADD CONSTRAINT meter_days CHECK (removed_on IS NULL OR removed_on >= installed_on);

-- A reading that nobody took has no value; every other has one.
ALTER TABLE meter_reading
  ADD CONSTRAINT meter_reading_period CHECK (period ~ '^(19|20)\d\d-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT meter_reading_missing CHECK ((quality = 'missing') = (register_kwh IS NULL));

-- What a bill says adds up.
ALTER TABLE bill
  ADD CONSTRAINT bill_period CHECK (period ~ '^(19|20)\d\d-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT bill_days CHECK (served_to >= served_from),
  ADD CONSTRAINT bill_adds_up CHECK (total_amount = taxable_amount + exempt_amount + tax_amount),
  ADD CONSTRAINT bill_line_items CHECK (jsonb_typeof(line_items) = 'array');

-- The tax document's key within the company; a bill without one has neither.
CREATE UNIQUE INDEX bill_dte ON bill (tipo_dte, folio);
ALTER TABLE bill ADD CONSTRAINT bill_dte_whole CHECK ((tipo_dte IS NULL) = (folio IS NULL));
