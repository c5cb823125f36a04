import { EventStoreDBClient } from '@eventstore/db-client';
import { jest } from '@jest/globals';
import { readConfig } from '../../app/config.js';
import { connectionString } from './connection-string.js';
import { withoutCredentials } from './failures.js';
import { openEventStoreDb } from './open-eventstoredb.js';

const SECRET = 'S3cret';
const taken = (given: string): string => {
  const read = connectionString(given);
  if (!read.ok) throw new Error(read.error);
  return read.value;
};

describe('the connection string of an EventStoreDB or KurrentDB cluster', () => {
  test.each([
    ['esdb://localhost:2113?tls=false', 'esdb://localhost:2113?tls=false'],
    ['esdb://a:2113,b:2113,c:2113?tls=true', 'esdb://a:2113,b:2113,c:2113?tls=true'],
    [
      'esdb://admin:S3cret@a,b:2114/?tls=true&nodePreference=readOnlyReplica',
      'esdb://admin:S3cret@a,b:2114/?tls=true&nodePreference=readOnlyReplica',
    ],
    ['kurrentdb://h:2113', 'esdb://h:2113'],
    ['kurrentdb+discover://admin:p%40ss@cluster.example.org:2113/', 'esdb+discover://admin:p%40ss@cluster.example.org:2113'],
    ['kurrent://h:2113?tls=false&keep-alive-interval=-1', 'esdb://h:2113?tls=false&keep-alive-interval=-1'],
    [' esdb+discover://h ', 'esdb+discover://h'],
  ])('%s is taken, by the hub and by the client alike', async (given, expected) => {
    expect(taken(given)).toBe(expected);
    expect(readConfig({ EVENTSTORE_URL: given }).eventStoreUrl).toBe(expected);
    await EventStoreDBClient.connectionString(expected).dispose();
  });

  test.each([
    ['http://h:2113', 'it takes an address such as esdb://'],
    ['esdb://', 'it takes an address such as'],
    ['esdb://a:2113,,b', 'it takes an address such as'],
    ['esdb://admin:S3cret', 'it takes an address such as'],
    ['esdb://admin:S3cret:x@h', '%3A'],
    ['esdb://admin:S3cret%@h', '%25'],
    ['esdb://admin:x@S3cret?S3cret=1@h', 'it takes an address such as|only options that there are'],
    ['esdb://admin:S3cret@h?foo=1', 'only options that there are: tls,'],
    ['esdb://admin:S3cret@h?tls=maybe', 'true or false for tls'],
    ['esdb://admin:S3cret@h?gossipTimeout=soon', 'a whole number for gossipTimeout'],
    ['esdb://admin:S3cret@h?nodePreference=mine', 'leader, follower'],
    ['esdb://admin:S3cret@h?tlsVerifyCert=false', 'tlsCAFile'],
    ['esdb://admin:S3cret@h?throwOnAppendFailure=false', 'throwOnAppendFailure as true'],
  ])('%s is refused at start, and nobody prints the password', async (given, why) => {
    const printed = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(() => readConfig({ EVENTSTORE_URL: given })).toThrow(new RegExp(why.replace(/[.+:?]/g, '\\$&')));
    const failure = await openEventStoreDb(given).catch((error: unknown) => error as Error);
    expect(failure).toBeInstanceOf(Error);
    expect(`${String(failure)} ${JSON.stringify(failure)} ${String((failure as Error).cause)}`).not.toContain(SECRET);
    expect(() => readConfig({ EVENTSTORE_URL: given })).not.toThrow(SECRET);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  test('its address for a log line has neither password nor options, whatever is in the password', () => {
    expect(withoutCredentials('esdb://admin:S3/c@ret@h:2113?tls=true')).toBe('esdb://h:2113');
  });
});
