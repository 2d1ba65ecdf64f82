/** The contents page of the demo's seven companies. Every name is invented; none is a real firm's. */
import type { CompanyEntry } from '../model.js';
import { a } from './a.js';
import { b } from './b.js';
import { c } from './c.js';
import { d } from './d.js';
import { e } from './e.js';
import { f } from './f.js';
import { g } from './g.js';

export const companies: readonly CompanyEntry[] = [a, b, c, d, e, f, g];
