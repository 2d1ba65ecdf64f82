/** File names from ids: safe on every file system, readable where the id is, never shared by two ids. */
import { createHash } from 'node:crypto';

/** Leaves room for `-xxxxxxxx.html` and a long folder within Windows' 260 characters. */
const SLUG_LIMIT = 60;

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|conin|conout|index|shell)$/;

/**
 * The file name (without extension) of a page about `id`. An id that is its own slug keeps it (`a-fx`);
 * every other gets 8 hex digits of its sha-256 (`Category 4` → `category-4-…`), so ids that differ only in case, in
 * signs or in script never meet. `index` is ours.
 */
export function fileNameOf(id: string): string {
  const slug = id
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LIMIT)
    .replace(/^-+|-+$/g, '');
  // A slug that ends like a hash might be another id's name; it gets a hash of its own.
  if (slug === id && slug !== '' && !RESERVED.test(slug) && !/-[0-9a-f]{8}$|^[0-9a-f]{8}$/.test(slug))
    return slug;
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return slug === '' ? hash : `${slug}-${hash}`;
}
