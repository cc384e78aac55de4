import pg from "pg";

/** Supplies that the demonstration's customer is given to read, spread over all of them. */
const READ = 400;
const FIRST = 9_000_000;

/** The 36 months before this one, each a bill with ten charges; the oldest 34 are paid. */
const MONTHS = `
  SELECT to_char(start, 'YYYY-MM') AS period, start::date AS start, (start + interval '1 month - 1 day')::date AS last,
         age, 150 + 13 * age AS kwh, lines.items, lines.taxable, round(lines.taxable * 0.19) AS tax
  FROM generate_series(1, 36) AS age
  CROSS JOIN LATERAL (SELECT date_trunc('month', now() AT TIME ZONE 'UTC') - age * interval '1 month' AS start) AS month
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_array(line, 'Cargo de la medida número ' || line, '286', 'kWh', '17.125',
             (1000 * line + age)::text, true)) AS items, sum(1000 * line + age) AS taxable
    FROM generate_series(1, 10) AS line
  ) AS lines`;

const FILL = [
  `INSERT INTO usage_point (number, address, comuna, region)
   SELECT (${FIRST} + n)::text, 'Camino a la Costa km ' || n, 'Río Bueno', 'Los Ríos' FROM generate_series($1::int, $2::int) AS n`,
  `INSERT INTO customer_agreement (usage_point_number, customer_id, valid_from)
   SELECT (${FIRST} + n)::text, (SELECT id FROM customer ORDER BY id LIMIT 1), '2010-01-01' FROM generate_series($1::int, $2::int) AS n`,
  `INSERT INTO meter (usage_point_number, serial_number, installed_on)
   SELECT (${FIRST} + n)::text, 'M' || n, '2010-01-01' FROM generate_series($1::int, $2::int) AS n`,
  `WITH months AS MATERIALIZED (${MONTHS})
   INSERT INTO meter_reading (usage_point_number, period, serial_number, quality, read_on, register_kwh)
   SELECT (${FIRST} + n)::text, period, 'M' || n, 'actual', last, 100000 - 100 * age
   FROM generate_series($1::int, $2::int) AS n, months`,
  `WITH months AS MATERIALIZED (${MONTHS})
   INSERT INTO bill (usage_point_number, period, document, tipo_dte, folio, issued_on, due_on, served_from, served_to,
     consumption_kwh, taxable_amount, exempt_amount, tax_amount, total_amount, line_items)
   SELECT (${FIRST} + n)::text, period, 'B' || (n * 36 + age), 39, 100000000 + n * 36 + age, last, last + 15, start, last,
     kwh, taxable, 0, tax, taxable + tax, items
   FROM generate_series($1::int, $2::int) AS n, months`,
  `WITH months AS MATERIALIZED (${MONTHS})
   INSERT INTO payment (usage_point_number, number, paid_on, amount, document)
   SELECT (${FIRST} + n)::text, 'P' || age, last + 10, taxable + tax, 'B' || (n * 36 + age)
   FROM generate_series($1::int, $2::int) AS n, months WHERE age > 2`,
  `WITH months AS MATERIALIZED (${MONTHS})
   INSERT INTO dte (issuer_rut, tipo, folio, issued_on, receiver_rut, total_amount, sha256, file_key, start_byte, end_byte,
     encoding, certification, signature)
   SELECT (SELECT issuer_rut FROM dte LIMIT 1), 39, 100000000 + n * 36 + age, last, '66666666-6', taxable + tax, repeat('0', 64),
     'bench/none', 0, 1, 'ISO-8859-1', false, 'unconfirmed'
   FROM generate_series($1::int, $2::int) AS n, months`,
];

const LINK = `
  INSERT INTO usage_point_link (id, user_id, usage_point_number, agreement_id, linked_at)
  SELECT gen_random_uuid(), portal_user.id, usage_point_number, customer_agreement.id, now()
  FROM customer_agreement, portal_user
  WHERE portal_user.identity_number = '11111111-1' AND usage_point_number = ANY ($1)
    AND NOT EXISTS (SELECT FROM usage_point_link WHERE agreement_id = customer_agreement.id)`;

/**
 * Adds supplies, each with 36 bills of ten lines, readings, payments and tax documents, until there are `supplies` of them;
 * returns the numbers of 400 spread over them all, which the demonstration's customer may read.
 */
export async function growTo(databaseUrl: string, supplies: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ filled: number }>(
      "SELECT count(*)::int AS filled FROM usage_point WHERE number LIKE '9______'",
    );
    await client.query("SET synchronous_commit = off");
    await client.query("ALTER SYSTEM SET max_wal_size = '8GB'");
    await client.query("SELECT pg_reload_conf()");
    for (const statement of FILL) await client.query(statement, [(rows[0]?.filled ?? 0) + 1, supplies]);
    const numbers = Array.from({ length: READ }, (_, at) =>
      String(FIRST + 1 + Math.floor((at * supplies) / READ)),
    );
    await client.query(LINK, [numbers]);
    await client.query("VACUUM ANALYZE");
    await client.query("CHECKPOINT");
    return numbers;
  } finally {
    await client.end();
  }
}
