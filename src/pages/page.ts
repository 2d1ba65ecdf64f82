import type { Html } from '../html.js';

export type PageKind =
  | 'executive'
  | 'company'
  | 'unit'
  | 'system'
  | 'across'
  | 'register'
  | 'data'
  | 'methods'
  | 'scheme'
  | 'risk'
  | 'moves'
  | 'decisions'
  | 'supplier'
  | 'form'
  | 'incident';
export type NavKey =
  | 'group'
  | 'companies'
  | 'units'
  | 'systems'
  | 'across'
  | 'risk'
  | 'moves'
  | 'decisions'
  | 'suppliers'
  | 'register'
  | 'data'
  | 'methods';

/** One page's content, before it is poured into its shell. */
export interface PageContent {
  readonly kind: PageKind;
  readonly nav: NavKey;
  /** From the locale's root. */
  readonly route: string;
  readonly title: string;
  readonly description: string;
  /** From the group down to the page itself; empty on the first page. */
  readonly trail: readonly { readonly label: string; readonly href: string | null }[];
  readonly content: Html;
}
