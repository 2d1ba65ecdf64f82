/** The contents page of the seven export layouts. */
import type { CompanyId } from '../model.js';
import { a } from './a.js';
import { b } from './b.js';
import { c } from './c.js';
import { d } from './d.js';
import { e } from './e.js';
import { f } from './f.js';
import { g } from './g.js';
import type { Layout } from './layout.js';

export const layouts: Readonly<Record<CompanyId, Layout>> = { a, b, c, d, e, f, g };
