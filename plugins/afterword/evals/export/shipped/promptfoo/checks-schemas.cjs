// JSON Schema 2020-12 as far as eval cases use it: references stay within the schema, and nothing is fetched.
"use strict";

const { isMap, same } = require("./checks-answers.cjs");
const { finds } = require("./checks-patterns.cjs");

const STEPS = 5000; // references that may be followed for one answer; a schema can double them at each level
const has = (map, key) => Object.hasOwn(map, key);
const entries = (map) => Object.entries(map ?? {});

function fits(schema, value) {
  try {
    return new Judge(schema).fits(schema, value);
  } catch (error) {
    throw error instanceof RangeError ? new Error("the schema goes round in circles") : error;
  }
}

class Judge {
  constructor(whole) {
    this.whole = whole;
    this.followed = 0;
  }

  fits(schema, value) {
    if (typeof schema === "boolean") return schema;
    // A condition on one kind of value says nothing of others.
    return (
      plain(schema, value) &&
      this.combined(schema, value) &&
      (typeof value !== "string" || this.text(schema, value)) &&
      (typeof value !== "number" || number(schema, value)) &&
      (!Array.isArray(value) || this.list(schema, value)) &&
      (!isMap(value) || this.map(schema, value))
    );
  }

  combined(schema, value) {
    if (has(schema, "$ref") && !this.fits(this.target(schema.$ref), value)) return false;
    if (!(schema.allOf ?? []).every((each) => this.fits(each, value))) return false;
    if (has(schema, "anyOf") && !schema.anyOf.some((each) => this.fits(each, value))) return false;
    if (has(schema, "oneOf") && schema.oneOf.filter((each) => this.fits(each, value)).length !== 1) return false;
    if (has(schema, "not") && this.fits(schema.not, value)) return false;
    if (!has(schema, "if")) return true;
    const branch = this.fits(schema.if, value) ? "then" : "else";
    return !has(schema, branch) || this.fits(schema[branch], value);
  }

  target(reference) {
    this.followed += 1;
    if (this.followed > STEPS) throw new Error(`the schema follows more than ${STEPS} references`);
    let found = this.whole;
    for (const step of reference.slice(1).split("/").slice(1)) {
      const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
      if (typeof found !== "object" || found === null || !has(found, name)) {
        throw new Error("a `$ref` of the schema leads nowhere");
      }
      found = found[name];
    }
    return found;
  }

  text(schema, value) {
    const length = [...value].length;
    if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? length)) return false;
    return !has(schema, "pattern") || finds(schema.pattern, value);
  }

  list(schema, value) {
    if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? value.length)) return false;
    if (schema.uniqueItems && value.some((one, place) => value.slice(0, place).some((other) => same(one, other)))) {
      return false;
    }
    const first = schema.prefixItems ?? [];
    if (!first.every((each, place) => place >= value.length || this.fits(each, value[place]))) return false;
    if (has(schema, "items") && !value.slice(first.length).every((each) => this.fits(schema.items, each))) return false;
    if (!has(schema, "contains")) return true;
    const count = value.filter((each) => this.fits(schema.contains, each)).length;
    return count >= (schema.minContains ?? 1) && count <= (schema.maxContains ?? count);
  }

  map(schema, value) {
    const names = Object.keys(value);
    const known = schema.properties ?? {};
    return (
      names.length >= (schema.minProperties ?? 0) &&
      names.length <= (schema.maxProperties ?? names.length) &&
      (schema.required ?? []).every((name) => has(value, name)) &&
      entries(schema.dependentRequired).every(([key, all]) => !has(value, key) || all.every((name) => has(value, name))) &&
      entries(schema.dependentSchemas).every(([key, each]) => !has(value, key) || this.fits(each, value)) &&
      names.every((name) => this.fits(schema.propertyNames ?? true, name)) &&
      names.every((name) => this.fits(has(known, name) ? known[name] : (schema.additionalProperties ?? true), value[name]))
    );
  }
}

function plain(schema, value) {
  if (has(schema, "type") && ![schema.type].flat().some((kind) => is(kind, value))) return false;
  if (has(schema, "enum") && !schema.enum.some((each) => same(each, value))) return false;
  return !has(schema, "const") || same(schema.const, value);
}

function is(kind, value) {
  if (kind === "null") return value === null;
  if (kind === "array") return Array.isArray(value);
  if (kind === "object") return isMap(value);
  return kind === "integer" ? Number.isInteger(value) : typeof value === kind;
}

function number(schema, value) {
  return (
    (!has(schema, "multipleOf") || isMultiple(value, schema.multipleOf)) &&
    (!has(schema, "minimum") || value >= schema.minimum) &&
    (!has(schema, "maximum") || value <= schema.maximum) &&
    (!has(schema, "exclusiveMinimum") || value > schema.exclusiveMinimum) &&
    (!has(schema, "exclusiveMaximum") || value < schema.exclusiveMaximum)
  );
}

function isMultiple(value, step) {
  const times = value / step;
  return Number.isFinite(times) ? Number.isInteger(times) : Number.isFinite(value) && value % step === 0;
}

module.exports = { fits };
