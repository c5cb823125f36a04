/** What a teacher of the demo community may think after a step, whatever it was about. Nobody is named and no pupil is described. */
export const THOUGHTS: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'Smaller than I planned',
    text: 'I had planned three changes and made one. It was enough to see a difference, and I would not have seen it with all three at once.',
  },
  {
    title: 'What I noticed on the way home',
    text: 'The lesson felt slower than it was. When I looked at the clock afterwards we were two minutes ahead. Next time I want to trust the pace.',
  },
  {
    title: 'A question I did not expect',
    text: 'In our meeting I was asked what I would do if I had only ten minutes. I still think about the answer, because it is most of what matters.',
  },
  {
    title: 'When it did not work',
    text: 'The second attempt went wrong in a way that I could name. That is new: a term ago I would only have said that it was a bad day.',
  },
  {
    title: 'Less from me',
    text: 'I counted how often I spoke in one lesson and then left out every third sentence. Nobody missed them, and I heard more.',
  },
  {
    title: 'Asking before telling',
    text: 'I used to begin by explaining. Now I begin by finding out what they already have, and half of the explanation is not needed.',
  },
  {
    title: 'One thing to keep',
    text: 'Of all that we tried this half term, this is the one that I want to keep. It costs me nothing on a busy morning.',
  },
  {
    title: 'Where the time goes',
    text: 'I wrote down each transition for a week. The minutes I was looking for were all in the same two places, and neither was where I had looked.',
  },
  {
    title: 'Seen from the back of the room',
    text: 'Watching a colleague teach the same topic showed me a choice that I make without noticing. I will try the other way round on Tuesday.',
  },
  {
    title: 'Good enough on a tired day',
    text: 'It held on the last day before the break, when nobody was at their best. I take that as the sign that it has become a habit.',
  },
  {
    title: 'What I would tell myself in September',
    text: 'Begin with the class that is easiest, not with the one that needs it most. The practice comes first, and then the courage.',
  },
  {
    title: 'Next step, written down',
    text: 'I know what I want to try next, and for once it fits on one line. We agreed to look at it together in a fortnight.',
  },
];
