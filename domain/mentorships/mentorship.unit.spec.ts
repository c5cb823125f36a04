import type { Day, MeetingId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import type { MentorshipCommand } from './mentorship.commands.js';
import { mentorship } from './mentorship.decider.js';
import type { MentorshipEvent } from './mentorship.events.js';
import {
  agreed,
  asha,
  ben,
  checkFit,
  complete,
  completed,
  end,
  ended,
  fit,
  friday,
  given,
  m1,
  monday,
  pause,
  paused,
  propose,
  proposed,
  resume,
  resumed,
  sign,
  signed,
  start,
  started,
  underWay,
} from './mentorship.examples.js';

describe('the trial and the agreement', () => {
  test('[R2] an accepted request starts one mentorship, however often it is followed', () => {
    given(mentorship, []).when(start(asha, ben)).happens(started);
    given(mentorship, [started]).when(start(asha, ben)).nothingHappens();
    given(mentorship, [started]).when(start(ben, asha)).refused('MENTORSHIP.ALREADY_STARTED');
    given(mentorship, [started])
      .when(start(asha, ben, 'r2'))
      .refused('MENTORSHIP.ALREADY_STARTED');
    given(mentorship, []).when(start(asha, asha)).refused('MENTORSHIP.WITH_ONESELF');
  });

  test('nothing can be done in a mentorship that was not started', () => {
    given(mentorship, []).when(propose('a1', asha)).refused('MENTORSHIP.NOT_STARTED');
  });

  test('proposing signs one’s own side', () => {
    given(mentorship, [started]).when(propose('a1', asha)).happens(proposed('a1', asha), signed('a1', asha));
  });

  test('once both have signed, the trial is over', () => {
    given(mentorship, [started, proposed('a1', asha), signed('a1', asha)])
      .when(sign('a1', ben))
      .happens(signed('a1', ben), agreed('a1'));
  });

  test('[R2] proposing or signing twice is done once', () => {
    const history = [started, proposed('a1', asha), signed('a1', asha)];
    given(mentorship, history).when(propose('a1', asha)).nothingHappens();
    given(mentorship, history).when(sign('a1', asha)).nothingHappens();
    given(mentorship, history)
      .when(propose('a1', asha, '2026-03-05' as Day))
      .refused('MENTORSHIP.ALREADY_PROPOSED');
    given(mentorship, history).when(propose('a1', ben)).refused('MENTORSHIP.ALREADY_PROPOSED');
    given(mentorship, [...history, signed('a1', ben), agreed('a1')])
      .when(sign('a1', ben))
      .nothingHappens();
  });

  test('a newer proposal replaces the older, whose signatures count no more', () => {
    const history = [started, proposed('a1', asha), signed('a1', asha), proposed('a2', ben), signed('a2', ben)];
    given(mentorship, history).when(sign('a1', ben)).refused('MENTORSHIP.PROPOSAL_REPLACED');
    given(mentorship, history).when(sign('a2', asha)).happens(signed('a2', asha), agreed('a2'));
  });

  test('there must be something to sign, and a review that is still to come', () => {
    given(mentorship, [started]).when(sign('a1', ben)).refused('MENTORSHIP.NO_PROPOSAL');
    given(mentorship, [started])
      .when(propose('a1', asha, monday))
      .refused('MENTORSHIP.REVIEW_PAST');
  });

  test('terms can be renewed while the mentorship is under way, and it stays agreed meanwhile', () => {
    const asked = { from: monday, remindAfter: 3, answerAfter: 5 };
    const proposal: MentorshipEvent = {
      type: 'CompletionProposed',
      data: { mentorship: m1, by: asha, remindOn: friday, agreeBy: friday, counted: asked },
    };
    given(mentorship, [...underWay, proposed('a2', ben), signed('a2', ben), proposal])
      .when(complete(ben))
      .happens(completed(ben));
  });

  test('a check of fit is kept every time, and changes nothing', () => {
    given(mentorship, [started, fit(ben)])
      .when(checkFit(ben))
      .happens(fit(ben));
    given(mentorship, [started, fit(ben)])
      .when(propose('a1', asha))
      .happens(proposed('a1', asha), signed('a1', asha));
  });
});

describe('a pause', () => {
  test('[R9] either side may pause, change the end of it, and resume', () => {
    given(mentorship, underWay).when(pause(ben, null)).happens(paused(ben, null));
    given(mentorship, [...underWay, paused(ben, null)])
      .when(pause(asha, friday))
      .happens(paused(asha, friday));
    given(mentorship, [...underWay, paused(ben, friday)])
      .when(resume(asha))
      .happens(resumed(asha));
  });

  test('[R9] the hub ends it on its day, and no pause that has another end or none', () => {
    given(mentorship, [...underWay, paused(ben, monday)])
      .when(resume(HUB))
      .happens(resumed(HUB));
    for (const until of [friday, null])
      given(mentorship, [...underWay, paused(ben, until)])
        .when(resume(HUB))
        .nothingHappens();
  });

  test('[R2] pausing alike or resuming twice is done once', () => {
    given(mentorship, [...underWay, paused(ben, null)])
      .when(pause(asha, null))
      .nothingHappens();
    given(mentorship, underWay).when(resume(asha)).nothingHappens();
  });

  test('names the booked meetings that are cancelled with it', () => {
    const cancel = ['k1' as MeetingId];
    const command = pause(ben, null);
    given(mentorship, underWay)
      .when({ ...command, data: { ...command.data, cancel } } as MentorshipCommand)
      .happensLike({ type: 'MentorshipPaused', data: { by: ben, cancel } });
  });

  test('a pause ends on a later day', () => {
    given(mentorship, underWay).when(pause(ben, monday)).refused('MENTORSHIP.PAUSE_PAST');
  });

  test('while paused, nothing is proposed or signed', () => {
    given(mentorship, [...underWay, paused(ben, null)])
      .when(propose('a2', asha))
      .refused('MENTORSHIP.PAUSED');
    given(mentorship, [started, proposed('a1', asha), signed('a1', asha), paused(ben, null)])
      .when(sign('a1', ben))
      .refused('MENTORSHIP.PAUSED');
  });
});

describe('a mentor who has come to appraise or assess the mentee', () => {
  const inLine = { inReportingLine: true };
  const resting = paused(HUB, null, 'reporting-line');

  test('[R6] the hub pauses it without an end, for that reason and no other', () => {
    given(mentorship, underWay, inLine).when(pause(HUB, null)).happens(resting);
    given(mentorship, underWay).when(pause(HUB, null)).nothingHappens();
  });

  test('[R6] a pause that would have ended ends no more', () => {
    given(mentorship, [...underWay, paused(ben, friday)], inLine)
      .when(pause(HUB, null))
      .happens(resting);
  });

  test('[R6] neither of the two resumes it while that is so, nor gives the pause another end', () => {
    given(mentorship, [...underWay, resting], inLine)
      .when(resume(ben))
      .refused('MENTORSHIP.IN_REPORTING_LINE');
    given(mentorship, [...underWay, resting], inLine)
      .when(pause(asha, friday))
      .nothingHappens();
    given(mentorship, [...underWay, paused(ben, null)], inLine)
      .when(resume(asha))
      .refused('MENTORSHIP.IN_REPORTING_LINE');
  });

  test('[R9] once it is so no longer, either resumes it; either may end it at any time', () => {
    given(mentorship, [...underWay, resting])
      .when(resume(ben))
      .happens(resumed(ben));
    given(mentorship, [...underWay, resting], inLine)
      .when(end(ben, ''))
      .happens(ended(ben, ''));
  });

  test('[R2] told twice, it pauses once', () => {
    given(mentorship, [...underWay, resting], inLine)
      .when(pause(HUB, null))
      .nothingHappens();
  });
});

describe('the end', () => {
  test('what was never agreed is not completed; it can be ended', () => {
    given(mentorship, [started]).when(complete(asha)).refused('MENTORSHIP.NOT_AGREED');
    given(mentorship, [started]).when(end(ben)).happens(ended(ben));
  });

  test('[R8] either side ends it, paused or not, with a reason of their own or none', () => {
    given(mentorship, [...underWay, paused(asha, null)])
      .when(end(ben, ''))
      .happens(ended(ben, ''));
    given(mentorship, underWay).when(end(asha)).happens(ended(asha));
  });

  test('[R9] the hub ends it when one of the two was erased', () => {
    given(mentorship, underWay).when(end(HUB, '')).happens(ended(HUB, ''));
  });

  test('[R2] asking for the same end again changes nothing', () => {
    given(mentorship, [...underWay, ended(ben)])
      .when(end(ben))
      .nothingHappens();
    given(mentorship, [...underWay, ended(ben)])
      .when(end(ben, 'We rarely met'))
      .refused('MENTORSHIP.ALREADY_ENDED');
    given(mentorship, [...underWay, ended(ben)])
      .when(end(HUB, ''))
      .nothingHappens();
    for (const one of [asha, ben])
      given(mentorship, [...underWay, completed(asha)])
        .when(complete(one))
        .nothingHappens();
  });

  test('[R8] after the end the record stays as it is', () => {
    for (const over of [ended(ben), completed(ben)])
      for (const command of [propose('a2', asha), sign('a1', asha), checkFit(asha), pause(asha, null), resume(asha), end(asha)])
        given(mentorship, [...underWay, over])
          .when(command)
          .refused('MENTORSHIP.OVER');
  });
});
