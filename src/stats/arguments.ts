/** What a distribution may be asked: anything else throws, rather than become a figure. */

export function holdCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`${name} is ${value}; it must be a whole number of at least 0`);
}

export function holdPositive(name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new RangeError(`${name} is ${value}; it must be above 0 and finite`);
}

export function holdNotNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
    throw new RangeError(`${name} is ${value}; it must be at least 0 and finite`);
}

export function holdProbability(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} is ${value}; it must be within 0 and 1`);
}
