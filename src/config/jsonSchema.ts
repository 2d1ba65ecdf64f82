/** The JSON Schemas that editors check kado.yaml and a file of corrections against, and questions to them. */
import { z } from 'zod';
import { correctionsSchema } from './correctionEntry.js';
import type { Path } from './place.js';
import { schema } from './schema.js';
import { scheme } from './scheme.js';

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

export const configJsonSchema = (): JsonSchema =>
  jsonSchemaOf(schema, 'kado.yaml', 'Configuration of Kado, see docs/configuration.md');

export const correctionsJsonSchema = (): JsonSchema =>
  jsonSchemaOf(
    correctionsSchema,
    'corrections.yaml',
    'Corrections of exports for Kado, see docs/corrections.md',
  );

/** Of a preset's file. */
export const schemeJsonSchema = (): JsonSchema =>
  jsonSchemaOf(scheme, 'scheme', 'A classification scheme of Kado, see docs/configuration.md');

/** Draft 7 is what the YAML editors understand best. */
function jsonSchemaOf(of: z.ZodType, title: string, description: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(of, { io: 'input', target: 'draft-7' });
  return { $schema, title, description, ...rest } as JsonSchema;
}

/** The keys that may stand in the mapping at a path, in the order of their declaration. */
export function keysAt(root: JsonSchema, path: Path): string[] {
  let nodes = branches(root, root);
  for (const step of path) nodes = nodes.flatMap((node) => branches(root, stepInto(node, step)));
  return nodes.flatMap((node) => Object.keys(node.properties ?? {}));
}

/** What a node may be: its references followed and its alternatives laid side by side. */
export function branches(root: JsonSchema, node: JsonSchema | undefined): JsonSchema[] {
  if (!node) return [];
  const target = node.$ref ? root.definitions?.[node.$ref.replace('#/definitions/', '')] : undefined;
  const nested = [...(target ? [target] : []), ...(node.anyOf ?? []), ...(node.allOf ?? [])];
  return nested.length ? nested.flatMap((inner) => branches(root, inner)) : [node];
}

function stepInto(node: JsonSchema, step: string | number): JsonSchema | undefined {
  if (typeof step === 'number') return node.items;
  const rest = node.additionalProperties;
  return node.properties?.[step] ?? (typeof rest === 'object' ? rest : undefined);
}
