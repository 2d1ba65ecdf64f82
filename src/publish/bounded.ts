/** Work on many items, a bounded number at a time. */

/** Files open at a time: enough to hide the disk's latency, far from any limit on handles. */
const AT_A_TIME = 32;

/** Items are drawn as workers come free, so that a generator renders no more than it must hold; the first failure ends it. */
export async function forEachBounded<T>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<void>,
  atATime: number = AT_A_TIME,
): Promise<void> {
  const source =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : (items as Iterable<T>)[Symbol.iterator]();
  let failed = false;
  const worker = async () => {
    try {
      while (!failed) {
        const { value, done } = await source.next();
        if (done) return;
        await work(value);
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const results = await Promise.allSettled(Array.from({ length: atATime }, worker));
  const first = results.find((result) => result.status === 'rejected');
  if (first) throw first.reason;
}
