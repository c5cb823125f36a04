/** What a credential needs to know of the world outside its own stream. */
export interface CredentialFacts {
  /** Whether the person already holds a credential of this mentorship that was not revoked. */
  readonly alreadyHeld: boolean;
}
