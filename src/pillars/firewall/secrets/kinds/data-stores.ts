import { issued, named } from "../kind.ts";

/** Databases, warehouses, queues, search and files. */
export const dataStoresIssued = [
  issued("PlanetScale", "API token", "pscale_tkn_{dotted:32-64}"),
  issued("PlanetScale", "OAuth token", "pscale_oauth_{dotted:32-64}"),
  issued("PlanetScale", "password", "pscale_pw_{dotted:32-64}"),
  issued("ClickHouse Cloud", "API secret key", "4b1d{base62:38}"),
  issued("Databricks", "API token", ["dapi{hex:32}", "dapi{hex:32}-{digit:1}"]),
  issued("MongoDB Atlas", "service account secret", "mdb_sa_sk_{base64url:40}"),
  issued("Neon", "API key", "napi_{base36:64}"),
  issued("CockroachDB", "API key", "CCDB1_{base62:22}_{base62:40}"),
  issued("Aiven", "service password", "AVNS_{base64url:19}"),
  issued("Elastic Cloud", "API key", "essu_{base64:40-120}{pad:0-2}"),
  issued("DataStax Astra", "application token", "AstraCS:{base62:24}:{hex:64}"),
  issued("dbt Cloud", "token", "dbt{c|s|u}_{base64url:32-60}"),
  issued("Airtable", "access token", "pat{base62:14}.{hex:64}"),
  issued("Dropbox", "short-lived token", ["sl.{anyBase64:130-200}", "sl.u.{base64url:130-1500}"]),
];

export const dataStoresNamed = [
  named("Confluent", "access token", "{base36:16}"),
  named("Confluent", "secret key", "{base62:64}"),
  named("MongoDB Atlas", "private key", "{uuid}", ["mongodb", "atlas"]),
  named("Upstash", "token", "{base64url:40-60}{pad:0-2}"),
  named("Fauna", "secret", "fn{base64url:38}", ["fauna", "faunadb"]),
  named("InfluxDB", "token", "{base64url:86}==", ["influx", "influxdb"]),
  named("Snowflake", "password", "{base62:16-64}"),
  named("Algolia", "API key", "{hex:32}"),
  named("Algolia", "admin key", "{base62:32}"),
  named("Meilisearch", "key", ["{hex:64}", "{base64url:43}"], ["meili", "meilisearch"]),
  named("Typesense", "API key", "{base62:32}"),
  named("Airtable", "API key", "{base62:17}"),
  named("Dropbox", "application secret", "{base36:15}"),
  named("Dropbox", "long-lived token", "{base62:11}AAAAAAAAAA{anyBase64:43}"),
  named("Dropbox", "access token", "{base64url:64}"),
  named("Box", "client secret", "{base62:32}"),
  named("Cloudinary", "API secret", "{base64url:27}"),
  named("Filestack", "API key", "{base62:22}", ["filestack", "filepicker"]),
];
