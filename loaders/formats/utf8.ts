/** Malformed UTF-8, counted as decoders replace it: one for each longest beginning of a character that goes nowhere. */

/** How many U+FFFD a decoder would put into this block for bytes that are not UTF-8. */
export function countUtf8Errors(block: Uint8Array): number {
  let errors = 0;
  for (let i = 0; i < block.length; i++) {
    const lead = block[i] as number;
    if (lead < 0x80) continue;
    const trails = trailsOf(lead);
    if (trails === 0) {
      errors++;
      continue;
    }
    // The second byte is held narrower, against overlong forms, surrogates and points above U+10FFFF.
    const second = block[i + 1] as number;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    let right = second >= low && second <= high ? 1 : 0;
    while (right > 0 && right < trails && ((block[i + right + 1] as number) & 0xc0) === 0x80) right++;
    if (right < trails) errors++;
    i += right;
  }
  return errors;
}

/** Bytes that must follow a lead byte; 0 for one that leads nothing. */
function trailsOf(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 1;
  return lead < 0xf0 ? 2 : 3;
}
