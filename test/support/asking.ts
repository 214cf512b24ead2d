// Asks the book as decisions do: what a question misses is fetched, and the question asked again.
import type { Book, Books } from '../../functions/ports.ts';
import { Missing } from '../../workflows/engine/missing.ts';

/** Throws Missing for what is not there even after it was fetched. */
export async function asking<T>(books: Books, question: (book: Book) => T): Promise<T> {
  const book = await books.open();
  try {
    return question(book);
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    await books.fetch(error.wanted);
    return question(book);
  }
}
