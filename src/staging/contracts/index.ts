/** The contents page of the contracts, in the order in which references can be checked. */
import type { Kind } from '../../config/model.js';
import type { Contract } from '../contract.js';
import { actions } from './actions.js';
import { companies } from './companies.js';
import { incidents } from './incidents.js';
import { systems } from './systems.js';
import { units } from './units.js';

export const contracts: Readonly<Record<Kind, Contract>> = { companies, units, systems, incidents, actions };
