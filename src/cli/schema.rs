//! `dateline schema [SUBCOMMAND]`: what `--json` prints, as a JSON Schema.
//!
//! The schema is drawn from the types that are printed. A property that is renamed, removed, or gets
//! another meaning raises [`VERSION`]; one that is added does not.

use std::io::Write;

use clap::{Args, builder::PossibleValuesParser};
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use super::{
    batch::{JsonBatchLine, JsonBatchPeriod},
    explain::JsonExplanation,
    facets::JsonValue,
    kwic::JsonContext,
    output::{JsonArticle, Outcome, out},
    problems::JsonProblemLine,
    show::JsonShown,
    timeline::JsonPeriod,
};

/// Of the output.
const VERSION: u32 = 1;

/// The subcommands that print JSON, and what each line of it is.
const PRINTED: [(&str, Of); 9] = [
    ("list", of::<JsonArticle<'_>>),
    ("search", of::<JsonArticle<'_>>),
    ("show", of::<JsonShown<'_>>),
    ("facets", of::<JsonValue>),
    ("timeline", of::<JsonPeriod>),
    ("kwic", of::<JsonContext<'_>>),
    ("batch", of_batch),
    ("explain", of::<JsonExplanation>),
    ("problems", of::<JsonProblemLine<'_>>),
];

type Of = fn(&mut SchemaGenerator) -> Schema;

fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// With `--by`, the lines are others.
fn of_batch(generator: &mut SchemaGenerator) -> Schema {
    let line = generator.subschema_for::<JsonBatchLine<'_>>();
    let period = generator.subschema_for::<JsonBatchPeriod<'_>>();
    schemars::json_schema!({ "anyOf": [line, period] })
}

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Only the schema of a line of this subcommand
    #[arg(value_parser = PossibleValuesParser::new(PRINTED.map(|(name, _)| name)))]
    subcommand: Option<String>,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let schema = schema(options.subcommand.as_deref());
    let mut out = out();
    writeln!(out, "{schema:#}")?;
    out.flush()?;
    Ok(Outcome::Done)
}

/// Everything by subcommand, or one line of `only`.
fn schema(only: Option<&str>) -> Value {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let wanted = PRINTED.iter().filter(|(name, _)| only.is_none_or(|only| only == *name));
    let lines: Map<String, Value> =
        wanted.map(|(name, of)| ((*name).to_owned(), of(&mut generator).to_value())).collect();
    let definitions = generator.take_definitions(true);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "version": VERSION,
        "$defs": definitions,
    });
    let (name, value) = match only.and_then(|name| lines.get(name)) {
        Some(line) => ("allOf", json!([line])),
        None => ("properties", Value::Object(lines)),
    };
    if let Some(schema) = schema.as_object_mut() {
        let about = match only {
            Some(name) => format!("A line of `dateline {name} --json`."),
            None => "What `--json` prints: a property for each subcommand, which describes a line."
                .to_owned(),
        };
        schema.insert("description".to_owned(), about.into());
        schema.insert(name.to_owned(), value);
    }
    schema
}
