// All that the endpoints ask of the world.
import type { Access, Audit } from '../access-ports.ts';
import type { Accounts } from '../account-ports.ts';
import type {
  BookKeeping,
  Drafts,
  EventNames,
  Publications,
  SegmentPublications,
} from '../book-ports.ts';
import type { CheckLink } from '../channels/email/check-link.ts';
import type { SendRaw } from '../channels/email/ses.ts';
import type { AskSes } from '../channels/email/ses-identity.ts';
import type { Post } from '../channels/webhook/post.ts';
import type { Relay } from '../domain/check-relay.ts';
import type { Resolver } from '../domain/dns.ts';
import type { Finder } from '../finding-ports.ts';
import type { Imports } from '../import-ports.ts';
import type { ContactScan } from '../job-ports.ts';
import type { Library } from '../library-ports.ts';
import type { WebhookEndpoints } from '../notice-ports.ts';
import type { CatalogStore, Stock } from '../offer-ports.ts';
import type { Tasks } from '../order-ports.ts';
import type { Books, ConsentLedger, Hash, Now, SettingsStore, Templates } from '../ports.ts';
import type { Schema } from '../schema-ports.ts';
import type { Doubts } from '../sending-ports.ts';
import type { Sessions } from '../session-ports.ts';
import type {
  HookSources,
  LatestArrivals,
  QuarantineReader,
  SourceCounts,
} from '../source-ports.ts';
import type { Tallies } from '../tally-ports.ts';
import type { ApplyCauses } from '../use-cases/apply-causes.ts';
import type { Place } from '../use-cases/envelopes.ts';
import type { ErasePorts } from '../use-cases/erase.ts';
import type { JobsPorts } from '../use-cases/jobs.ts';
import type { ReadPorts } from '../use-cases/read-timeline.ts';
import type { Directory, SignIn, Users, VerifyIdToken } from '../user-ports.ts';

type ErasurePorts = Pick<ErasePorts, 'erasures' | 'erasedKeys' | 'remains'>;

export interface ApiPorts extends ReadPorts, JobsPorts, ErasurePorts {
  readonly access: Access;
  readonly sessions: Sessions;
  readonly users: Users;
  readonly directory: Directory;
  readonly signIn: SignIn;
  readonly verifyIdToken: VerifyIdToken;
  readonly consentLedger: Pick<ConsentLedger, 'list'>;
  readonly audit: Audit;
  readonly book: BookKeeping;
  readonly drafts: Drafts;
  readonly library: Library;
  readonly checkLink: CheckLink;
  readonly sendRaw: SendRaw;
  /** The verified address that mail is from. */
  readonly from: string;
  readonly publicUrl: string;
  /** The domain or the address that SES knows us by. */
  readonly identity: string;
  readonly askSes: AskSes;
  /** Where mail leaves by a server of the owner's. */
  readonly relay?: Relay;
  readonly resolver: Resolver;
  readonly eventNames: EventNames;
  readonly schema: Schema;
  readonly accounts: Accounts;
  readonly publications: Publications;
  readonly segments: SegmentPublications;
  readonly settings: SettingsStore;
  readonly doubts: Doubts;
  readonly quarantine: QuarantineReader;
  readonly tasks: Tasks;
  readonly endpoints: WebhookEndpoints;
  readonly post: Post;
  readonly inbox: Place;
  readonly books: Books;
  readonly catalog: CatalogStore;
  readonly stock: Stock;
  readonly tallies: Pick<Tallies, 'read' | 'add'>;
  readonly hooks: HookSources;
  readonly sourceCounts: Pick<SourceCounts, 'read'>;
  readonly latestArrivals: LatestArrivals;
  readonly scan: ContactScan;
  readonly finder: Finder;
  readonly templates: Templates;
  readonly imports: Imports;
  readonly applyCauses: ApplyCauses;
  readonly now: Now;
  readonly hash: Hash;
  readonly keyHash: () => Promise<Hash>;
}
