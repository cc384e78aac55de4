-- An edition of the network is never changed, is read by itself and goes as a whole: each has a partition of every table.
-- AlterTable
ALTER TABLE "usage_point" ADD COLUMN "transformer_id" TEXT;

-- CreateTable
CREATE TABLE "network_edition" (
    "id" SERIAL NOT NULL,
    "data_on" DATE NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "attribution" TEXT NOT NULL,
    "note" TEXT,
    "demand_unit" TEXT NOT NULL,
    "minimum_customers" INTEGER NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "account" JSONB NOT NULL,
    "min_lon" DOUBLE PRECISION,
    "min_lat" DOUBLE PRECISION,
    "max_lon" DOUBLE PRECISION,
    "max_lat" DOUBLE PRECISION,

    CONSTRAINT "network_edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "substation" (
    "edition" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT,
    "region" TEXT,
    "comuna" TEXT,
    "ownership" TEXT,
    "busbars_kv" TEXT,
    "feeder_count" INTEGER,
    "description" TEXT,
    "lon" DOUBLE PRECISION,
    "lat" DOUBLE PRECISION,

    CONSTRAINT "substation_pkey" PRIMARY KEY ("edition","id")
) PARTITION BY LIST (edition);

-- CreateTable
CREATE TABLE "feeder" (
    "edition" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT,
    "kind" TEXT,
    "distributor" TEXT,
    "distribution_node" TEXT,
    "substation_id" TEXT,
    "region" TEXT,
    "comunas" TEXT,
    "voltage_kv" DOUBLE PRECISION,
    "operating_voltage_pu" DOUBLE PRECISION,
    "mv_length_km" DOUBLE PRECISION,
    "lv_length_km" DOUBLE PRECISION,
    "transformer_count" INTEGER,
    "installed_kva" DOUBLE PRECISION,
    "lv_customer_count" INTEGER,
    "mv_customer_count" INTEGER,
    "generator_count" INTEGER,
    "generation_kw" DOUBLE PRECISION,
    "annual_energy_kwh" DOUBLE PRECISION,
    "withheld" BOOLEAN NOT NULL DEFAULT false,
    "path" TEXT,
    "min_lon" DOUBLE PRECISION,
    "min_lat" DOUBLE PRECISION,
    "max_lon" DOUBLE PRECISION,
    "max_lat" DOUBLE PRECISION,

    CONSTRAINT "feeder_pkey" PRIMARY KEY ("edition","id")
) PARTITION BY LIST (edition);

-- CreateTable
CREATE TABLE "power_transformer" (
    "edition" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT,
    "feeder_id" TEXT,
    "substation_id" TEXT,
    "region" TEXT,
    "comuna" TEXT,
    "comuna_code" TEXT,
    "pole_id" TEXT,
    "pole_plate" TEXT,
    "rated_kva" DOUBLE PRECISION,
    "connection" TEXT,
    "voltage_level" TEXT,
    "primary_kv" DOUBLE PRECISION,
    "secondary_kv" DOUBLE PRECISION,
    "phases" TEXT,
    "secondary_phases" TEXT,
    "kind" TEXT,
    "earth_return" BOOLEAN,
    "mounting" TEXT,
    "ownership" TEXT,
    "status" TEXT,
    "no_load_loss_w" DOUBLE PRECISION,
    "total_loss_w" DOUBLE PRECISION,
    "tap" DOUBLE PRECISION,
    "fuse" TEXT,
    "connected_on" DATE,
    "vnr_code" TEXT,
    "asset_code" TEXT,
    "uar" TEXT,
    "customer_count" INTEGER,
    "mv_customer_count" INTEGER,
    "generator_count" INTEGER,
    "generation_kw" DOUBLE PRECISION,
    "withheld" BOOLEAN NOT NULL DEFAULT false,
    "lon" DOUBLE PRECISION,
    "lat" DOUBLE PRECISION,

    CONSTRAINT "power_transformer_pkey" PRIMARY KEY ("edition","id")
) PARTITION BY LIST (edition);

-- CreateTable
CREATE TABLE "pole" (
    "edition" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT,
    "structure" TEXT,
    "material" TEXT,
    "height_m" DOUBLE PRECISION,
    "strength_dan" DOUBLE PRECISION,
    "region" TEXT,
    "comuna" TEXT,
    "comuna_code" TEXT,
    "zone" TEXT,
    "ownership" TEXT,
    "vnr_code" TEXT,
    "asset_code" TEXT,
    "uar" TEXT,
    "feeder_ids" TEXT,
    "lon" DOUBLE PRECISION,
    "lat" DOUBLE PRECISION,

    CONSTRAINT "pole_pkey" PRIMARY KEY ("edition","id")
) PARTITION BY LIST (edition);

-- CreateTable
CREATE TABLE "span" (
    "edition" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "source_id" TEXT,
    "voltage_level" TEXT,
    "voltage_kv" DOUBLE PRECISION,
    "feeder_id" TEXT,
    "transformer_id" TEXT,
    "substation_id" TEXT,
    "from_pole_id" TEXT,
    "to_pole_id" TEXT,
    "length_m" DOUBLE PRECISION,
    "drawn_length_m" DOUBLE PRECISION,
    "conductor" TEXT,
    "wire_id" TEXT,
    "vnr_code" TEXT,
    "asset_code" TEXT,
    "uar" TEXT,
    "ampacity_a" DOUBLE PRECISION,
    "phases" TEXT,
    "source_phases" TEXT,
    "installation" TEXT,
    "zone" TEXT,
    "ownership" TEXT,
    "path" TEXT,
    "min_lon" DOUBLE PRECISION,
    "min_lat" DOUBLE PRECISION,
    "max_lon" DOUBLE PRECISION,
    "max_lat" DOUBLE PRECISION,

    CONSTRAINT "span_pkey" PRIMARY KEY ("edition","id")
) PARTITION BY LIST (edition);

-- CreateTable
CREATE TABLE "conducting_equipment" (
    "edition" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "class" TEXT,
    "kind" TEXT,
    "kind_code" TEXT,
    "normal_state" TEXT,
    "rated_current_a" DOUBLE PRECISION,
    "fuse_link" TEXT,
    "power" DOUBLE PRECISION,
    "power_unit" TEXT,
    "remote_control" BOOLEAN,
    "phases" TEXT,
    "feeder_id" TEXT,
    "substation_id" TEXT,
    "pole_id" TEXT,
    "region" TEXT,
    "comuna" TEXT,
    "ownership" TEXT,
    "connected_on" DATE,
    "vnr_code" TEXT,
    "asset_code" TEXT,
    "uar" TEXT,
    "lon" DOUBLE PRECISION,
    "lat" DOUBLE PRECISION,

    CONSTRAINT "conducting_equipment_pkey" PRIMARY KEY ("edition","id")
) PARTITION BY LIST (edition);

-- CreateTable
CREATE TABLE "wire_info" (
    "edition" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "material" TEXT,
    "section" TEXT,
    "stranding" TEXT,
    "arrangement" TEXT,
    "insulation" TEXT,
    "per_phase" INTEGER,
    "neutral_section" TEXT,
    "r1_ohm_km" DOUBLE PRECISION,
    "x1_ohm_km" DOUBLE PRECISION,
    "ampacity_a" DOUBLE PRECISION,
    "peak_ampacity_a" DOUBLE PRECISION,
    "asset_code" TEXT,
    "uar" TEXT,

    CONSTRAINT "wire_info_pkey" PRIMARY KEY ("edition","id")
) PARTITION BY LIST (edition);

-- CreateTable
CREATE TABLE "network_demand" (
    "edition" INTEGER NOT NULL,
    "layer" TEXT NOT NULL,
    "asset_id" TEXT NOT NULL,
    "period" CHAR(7) NOT NULL,
    "energy_kwh" DECIMAL(16,4),
    "min_demand" DECIMAL(16,4),
    "max_demand" DECIMAL(16,4),
    "billed_kwh" DECIMAL(16,4),
    "note" TEXT,

    CONSTRAINT "network_demand_pkey" PRIMARY KEY ("edition","layer","asset_id","period")
) PARTITION BY LIST (edition);

-- CreateTable
CREATE TABLE "vnr" (
    "edition" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "description" TEXT,
    "unit" TEXT,
    "warehouse_freight" DECIMAL(16,6),
    "warehouse" DECIMAL(16,6),
    "site_freight" DECIMAL(16,6),
    "engineering" DECIMAL(16,6),
    "interim_interest" DECIMAL(16,6),
    "overhead" DECIMAL(16,6),

    CONSTRAINT "vnr_pkey" PRIMARY KEY ("edition","code")
) PARTITION BY LIST (edition);

-- CreateTable
CREATE TABLE "network_change" (
    "edition" INTEGER NOT NULL,
    "layer" TEXT NOT NULL,
    "asset_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "moved" BOOLEAN NOT NULL DEFAULT false,
    "geometry_changed" BOOLEAN NOT NULL DEFAULT false,
    "columns" JSONB,

    CONSTRAINT "network_change_pkey" PRIMARY KEY ("edition","layer","asset_id")
) PARTITION BY LIST (edition);

-- CreateTable
CREATE TABLE "network_warning" (
    "edition" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "asset_id" TEXT,
    "detail" TEXT NOT NULL,

    CONSTRAINT "network_warning_pkey" PRIMARY KEY ("edition","place")
) PARTITION BY LIST (edition);

-- CreateTable
CREATE TABLE "network_search_term" (
    "edition" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "term" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "asset_id" TEXT,
    "label" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "network_search_term_pkey" PRIMARY KEY ("edition","place")
) PARTITION BY LIST (edition);

-- CreateIndex
CREATE INDEX "substation_comuna_idx" ON "substation"("comuna");

-- CreateIndex
CREATE UNIQUE INDEX "substation_edition_place_key" ON "substation"("edition", "place");

-- CreateIndex
CREATE INDEX "feeder_substation_id_idx" ON "feeder"("substation_id");

-- CreateIndex
CREATE UNIQUE INDEX "feeder_edition_place_key" ON "feeder"("edition", "place");

-- CreateIndex
CREATE INDEX "power_transformer_feeder_id_idx" ON "power_transformer"("feeder_id");

-- CreateIndex
CREATE INDEX "power_transformer_substation_id_idx" ON "power_transformer"("substation_id");

-- CreateIndex
CREATE INDEX "power_transformer_pole_id_idx" ON "power_transformer"("pole_id");

-- CreateIndex
CREATE INDEX "power_transformer_comuna_idx" ON "power_transformer"("comuna");

-- CreateIndex
CREATE UNIQUE INDEX "power_transformer_edition_place_key" ON "power_transformer"("edition", "place");

-- CreateIndex
CREATE INDEX "pole_comuna_idx" ON "pole"("comuna");

-- CreateIndex
CREATE UNIQUE INDEX "pole_edition_place_key" ON "pole"("edition", "place");

-- CreateIndex
CREATE INDEX "span_feeder_id_idx" ON "span"("feeder_id");

-- CreateIndex
CREATE INDEX "span_transformer_id_idx" ON "span"("transformer_id");

-- CreateIndex
CREATE INDEX "span_from_pole_id_idx" ON "span"("from_pole_id");

-- CreateIndex
CREATE INDEX "span_to_pole_id_idx" ON "span"("to_pole_id");

-- CreateIndex
CREATE UNIQUE INDEX "span_edition_place_key" ON "span"("edition", "place");

-- CreateIndex
CREATE INDEX "conducting_equipment_feeder_id_idx" ON "conducting_equipment"("feeder_id");

-- CreateIndex
CREATE INDEX "conducting_equipment_pole_id_idx" ON "conducting_equipment"("pole_id");

-- CreateIndex
CREATE UNIQUE INDEX "conducting_equipment_edition_place_key" ON "conducting_equipment"("edition", "place");

-- CreateIndex
CREATE INDEX "network_change_edition_action_idx" ON "network_change"("edition", "action");

-- CreateIndex
CREATE INDEX "network_warning_edition_layer_asset_id_idx" ON "network_warning"("edition", "layer", "asset_id");

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- As people type: without accents, capitals and signs. Immutable as long as nobody edits the dictionary, and indexed.
CREATE FUNCTION network_term(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(translate(lower(unaccent('unaccent'::regdictionary, $1)), '-_./,;:()[]{}+*"#''&', repeat(' ', 20)));

-- The same network is one edition.
CREATE UNIQUE INDEX network_edition_fingerprint ON network_edition (fingerprint);

-- What begins like what was typed; and names like it, misspelt.
CREATE INDEX network_search_term_prefix ON network_search_term (term text_pattern_ops);
CREATE INDEX network_search_term_like ON network_search_term USING gin (term gin_trgm_ops)
  WHERE kind IN ('name', 'comuna');

-- What stands within a rectangle, and what is nearest; without PostGIS.
CREATE INDEX substation_at ON substation USING gist (point(lon, lat));
CREATE INDEX power_transformer_at ON power_transformer USING gist (point(lon, lat));
CREATE INDEX pole_at ON pole USING gist (point(lon, lat));
CREATE INDEX conducting_equipment_at ON conducting_equipment USING gist (point(lon, lat));
CREATE INDEX feeder_at ON feeder USING gist (box(point(min_lon, min_lat), point(max_lon, max_lat)));
CREATE INDEX span_at ON span USING gist (box(point(min_lon, min_lat), point(max_lon, max_lat)));

-- The assets of a code.
CREATE INDEX power_transformer_code ON power_transformer (coalesce(vnr_code, asset_code));
CREATE INDEX pole_code ON pole (coalesce(vnr_code, asset_code));
CREATE INDEX span_code ON span (coalesce(vnr_code, asset_code));
CREATE INDEX conducting_equipment_code ON conducting_equipment (coalesce(vnr_code, asset_code));

-- Names like what was typed: less alike than the database's own threshold, because names are short.
CREATE FUNCTION network_names_like(of_edition integer, typed text) RETURNS SETOF network_search_term
  LANGUAGE sql STABLE PARALLEL SAFE SET pg_trgm.word_similarity_threshold = 0.45 AS
$$ SELECT * FROM network_search_term
   WHERE edition = of_edition AND kind IN ('name', 'comuna') AND typed <% term LIMIT 300 $$;
