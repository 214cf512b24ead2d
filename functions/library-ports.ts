// The library of a workspace: templates that campaigns share, and blocks that templates share. Every saving is a version.
import type { BlockSource, TemplateSource } from '../workflows/model/template.ts';
import type { Went } from './book-ports.ts';

/** What is told of a thing without its content. */
export interface ShelfLine extends Went {
  readonly id: string;
  /** Blocks in it, also within others, by their ids. */
  readonly blocks: readonly string[];
}

export interface TemplateLine extends ShelfLine {
  readonly kind: TemplateSource['kind'];
  readonly subject: string;
  /** The template's own first. */
  readonly languages: readonly string[];
}

export interface Kept<S, L extends ShelfLine> {
  readonly line: L;
  readonly source: S;
}

export interface Writing<S, L extends ShelfLine> {
  readonly source: S;
  readonly line: Omit<L, 'id' | 'version'>;
  /** The version that must be the newest, where the writer knows of one; 0 for none. */
  readonly onTop?: number | undefined;
}

/** Templates or blocks; both have newest versions by their ids, and all that came before. */
export interface Shelf<S, L extends ShelfLine> {
  /** The newest of each, by id. */
  list(): Promise<L[]>;
  line(id: string): Promise<L | undefined>;
  /** The newest, unless a version is named. Of what was deleted only versions can be read. */
  read(id: string, version?: number): Promise<Kept<S, L> | undefined>;
  /** Newest first. */
  versions(id: string): Promise<Went[]>;
  /** Writes the next version. Throws Clash when somebody was faster, and Refused when it is too large. */
  save(id: string, writing: Writing<S, L>): Promise<L>;
  /** Its versions stay. False when it was not there. */
  remove(id: string): Promise<boolean>;
}

export interface Library {
  readonly templates: Shelf<TemplateSource, TemplateLine>;
  readonly blocks: Shelf<BlockSource, ShelfLine>;
}

/** What compiling and publishing ask of it. */
export interface LibraryReader {
  readonly templates: Pick<Library['templates'], 'read'>;
  readonly blocks: Pick<Library['blocks'], 'read'>;
}
