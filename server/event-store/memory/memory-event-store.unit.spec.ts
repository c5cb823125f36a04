import { eventStoreContract } from '@alongside/domain/testing/event-store.contract.js';
import { verifyStream } from '../hash.js';
import { MemoryEventStore } from './memory-event-store.js';

eventStoreContract('memory', { open: async () => new MemoryEventStore(), verify: verifyStream, idsAreGlobal: true, shredsAtOnce: true });
