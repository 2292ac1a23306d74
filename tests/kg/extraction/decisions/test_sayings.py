"""Sentences that record a decision, and sentences that only tell what was said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.decisions import motions, sayings, verdicts
from kg.extraction.decisions.verdicts import Votes, votes
from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils

BOARD = "Weir Board"


@pytest.mark.parametrize(
    "sentence",
    [
        "It was RESOLVED that the gate be mended.",
        "The minutes of the last meeting were approved as a correct record.",
        "The minutes were agreed as a true record with a slight amendment.",
        "The Board noted the report and asked for figures.",
        "Apologies were received and accepted from Cllr Moss.",
        "The Weir Board agreed to buy a pump.",
        "Following discussion, the Committee approved the budget.",
        "Members agreed that the gate should be mended.",
        "Ann Lowe was duly elected.",
        "Consensus for the blue map.",
        "The Board of Directors accepts the rules: 5 yes, 0 no.",
        "The Board votes in favour of the rules.",
        "The Board acknowledged that the funds are small.",
        "There was broad agreement that the map need not be printed.",
        "There was agreement on the fifth of May.",
        "Meanwhile the Trustees voted to buy a pump.",
        "We talked of the fee but decided that it should wait.",
        "Ann Lowe was proposed as the new chair and elected nem con.",
        "Full support was given to the plan.",
        "Minutes accepted without objection.",
        "Minutes of the last meeting; True and accurate.",
        "With no other nominations Ben Tarn was elected as Chairman.",
        "The payment to the mill was not approved.",
        "The bills were presented and accepted for payment.",
        "The matter was deferred to the next meeting.",
        "A resolution was passed to adopt the policy.",
        "The Board did not accept the lease.",
        "On the proposal of Cllr Lowe, seconded by Cllr Tarn, it was agreed to sell.",
        "The Directors discussed the winch, but decided that none was wanted.",
        "Bank statement, sheet 27, balance of £6,564.21 Noted",
        "The panel recommended that the well be covered.",
        "Its approval was postponed until the autumn.",
        "The following decisions were taken on grants.",
        "The precept was set at £9,500.",
        "Members voted by 5 to 3 to refuse the application.",
        "All officers were returned unopposed.",
        "There was unanimous agreement to buy the bench.",
        "Approval was given for the expenditure of £300.",
        "The policy was ratified by governors.",
        "A grant of £200 was awarded to the Scouts.",
        "Further to the talk at the spring meeting, we agreed to mend the lights.",
        "Further to the note from the Weir W.I. of last spring, we agreed to mend it.",
        "The mill plan was read out and its adoption was postponed.",
        "Voss proposed Lowe as treasurer and Lowe accepted the nomination.",
        "Both bell wardens were re-elected.",
        "Count on the sale of the mill: 5 votes for, 2 against, 4 abstain",
        "The amendment is accepted.",
        "The forward plan was received.",
        "Staff was directed to raise the tolls.",
        "A grant of £100 was made to the mill band.",
        "Repaint the ferry in red - Approved by member vote.",
        "The Board noted the action taken over the broken sluice.",
        "The Board noted Paper 4.3 on the rent of the hut.",
        "The secretary nominated Ann Lowe and Ben Tarn as editors (passed)",
        "Hen house at the mill: roof to be of slate; no objections raised",
        "New lamp for the quay approved unanimously.",
        "All board members agreed to hold the regatta at short notice.",
        "There are forty skippers without a key so the Board agreed to cut some.",
        "Since the sluice is not mended, the Board and Penn agreed to ask the mill for money.",
        "WB agreed £50 at once, to be talked of again in May.",
        "W.B. approved the tolls.",
        "It had rained, though the Board agreed that Lowe should open the fair.",
        "All members were happy with this, and Lowe signed it.",
        "Having walked the bank, the Board was in full agreement that it needs no lock.",
        "Members expressed support for the fair.",
        "Tarn offered to be acting warden and this was supported.",
        "Bills due: Resolved to pay: A Penn £12.50; the mill £31.",
        "Spring outing. agreed 3rd June at the mill.",
        "Minutes of last meeting. agreed",
        "2) The ferry is dry 3) Agreed to raise the toll for barges.",
        "Two names to be spelt anew in the spring notes, otherwise approved.",
        "Also agreed Tarn would tell the mill.",
        "Discussed and decided the oars would be sold.",
        "Minutes signed; nothing arose from them.",
        "The notes have been agreed by the group.",
        "Last year’s tolls were gone over – agreed by the board for another year.",
        "Mooring rules read over, revised and adopted in their new form.",
        "The plan of the quay was presented by Voss and approved as drawn.",
        "Plans agreed after a long talk.",
        "Apologies accepted.",
        "Ann Lowe elected Chairman.",
        "Elected Ann Lowe as Chairman until the thaw",
        "moved to give £500 to the mill band accepted",
        "Tabled the £500 gift to the mill.",
        "This has been tabled until the spring fair.",
        "Film of the fair -- proposal tabled until May",
        "It was, unanimously, agreed for Lowe to write to the mill.",
        "After a long talk, the Directors, unanimously, decided to keep the hall.",
        "The Committee confirmed the intention to go on with the lock.",
        "The Mayor resolved to end the open part of the evening.",
        "At the last meeting Tarn had gone for oars, since he forgot it was agreed to ask Voss.",
        "Penn to be a rower - Passed The crew will come back to old oars.",
        "Quotation from Penn & Co accepted.",
        "Grant of £1,250 agreed by all.",
        "Directors chose the cheaper pump.",
        "The Board instructed the Clerk to write to the mill.",
        "The sale of the old winch was approved by the Board.",
        "The accounts for October were received.",
        "Decided on a party in July.",
        "We voted for a cake sale over a fun run.",
        "RECOMMENDED to Council that the orders be amended.",
        "The hearing was continued to July 12.",
        "Members looked at the plans and there was no objection.",
        "All in favour of having a grotto again.",
        "Minutes passed as correct.",
        "Decided it was not worth mending.",
        "Also, agreed that new skippers sign the book.",
        "MINUTES read and signed as a true record.",
        "Barn at the mill, new roof - both to be recommended for approval.",
        "It was concluded to leave the oars for a year.",
        "The Chair suspended Standing Orders so that guests might speak.",
        "The Council certified that it is exempt from the yearly audit.",
        "Cllr Lowe agreed as Chair of the mill group by all present.",
        "The tolls were talked of but was decided that they be left alone.",
        "It was resolve to strike out the old rule.",
        "All agree the crews stay as they are",
        "Members felt they should support the plan.",
        "The precept required of the village next year is therefore £8,250.",
        "Longer opening hours (agreed that they end at nine)",
        "The list of bills was received, and authorised for payment.",
        "P.Council agreed to refund the mill £40.",
        "The Council objected on grounds of height.",
        "Council recorded a ‘No Observations’ response.",
        "Apologies were read for Cllr Moss and accepted.",
        "Apologies for absence accepted from Cllr Moss",
        "The Chair excluded the public and press.",
        "Postponed pending a letter from the mill.",
        "A vote was taken, three to two in favour of Ann Lowe.",
        "The lamp has been formally accepted as a gift to the quay.",
        "11.1 15/00707/F Moving of a gate at The Mill No objection",
        "Otherwise the Board was content with the arrangements.",
    ],
)
def test_a_decision_is_told_by_its_wording(sentence: str) -> None:
    assert sayings.decides(sentence, BOARD)


@pytest.mark.parametrize(
    "sentence",
    [
        "Consensus on the map is not yet reached.",
        "There was no agreement on the map.",
        "Ms Lowe informed the members that divers were appointed to the quay.",
        "We heard that the Borough had decided to close it.",
        "Members agreed that the roads were bad.",
        "It was suggested that the gate be mended.",
        "The Council had previously agreed to mend the gate.",
        "Mr Tarn said that the County Council had resolved to close it.",
        "The Harbour Master advised that the fee was agreed by the Trust.",
        "If the plan is approved the moorings will move.",
        "The fee will be approved in May.",
        "Mrs Voss agreed that it was a pity.",
        "Cllr Moss agreed to write to the mill.",
        "The application was approved by the Borough Council.",
        "At its last meeting the Board agreed a budget.",
        "Works were carried out in March.",
        "Members considered the matter at length.",
        "The Board felt that the bridge was narrow.",
        "Apologies were received from Cllr Moss.",
        "The agreed budget was presented.",
        "The grant was awarded by the Lottery.",
        "The first question is what rent was received.",
        "The letter was read by the Chair as the fee was agreed by the Trust.",
        "Permission was given by every skipper present for their likeness to be drawn.",
        "There were 12 for and none against a new bridge in the survey of residents.",
        "The proposal is accepted practice in most towns.",
        "Cllr Lowe agreed.",
        "The harbour master refused.",
        "Application for a new porch refused by the Borough Council.",
        "Letter from a resident approved of the scheme.",
        "Members supported the mill in its long fight.",
        "We approved a new sail in May but are yet to order one.",
        "The report was tabled to all members by letter.",
        "A grant of £100 was made to the mill band last year by the County.",
        "The Clerk reported that staff was directed to raise the tolls.",
        "Lowe asked how soon can minutes be approved by skippers outside of a meeting.",
        "Tarn said that minutes can only be approved at the next one.",
        "Copies of the minutes will go to the mill, once they have been approved for it.",
        "The Chair reported that the books of the mill had not been received by the Board.",
        "Approved June 4, 2011",
        "Ms Voss said that the rules that were approved took in the mill.",
        "The words that were approved by it are kept.",
        "(Approved October 9, 2012)",
        "Notes of the spring meeting (not yet approved)",
        "The trouble with the sluice was resolved to the mill’s content.",
        "Cllr Lowe and Cllr Tarn agreed to see the mill.",
        "It was confirmed that the cheaper pump was selected for its size.",
        "Some issues were also noted about the sluice.",
        "The main aims were noted to be to save the bank and its trees.",
        "It was concluded that the gate had been left open.",
        "The precept is £8,000 this year.",
        "The general consensus was that it was a merry fair.",
        "AGM held last week and Lowe was elected as steward.",
        "At a recent Forum Meeting it was agreed that the county be asked for oars.",
    ],
)
def test_talk_is_no_decision(sentence: str) -> None:
    assert not sayings.decides(sentence, BOARD)


@pytest.mark.parametrize(
    "sentence",
    ["Carried.", "Agreed", "All in favour.", "Motion passes 5-2-1.", "Unanimously agreed.",
     "This was agreed by all.", "Lost by 2 votes to 4.", "Carried by 2 votes to 1.", "Ratified.",
     "It was voted on and passed unanimously.", "Parish Council approved.", "P.C. Approved.",
     "Passed by lazy consensus.", "These were read and approved.", "Approval was given.",
     "Approved by Parish Council.", "Accepted by Consent", "No objections were recorded.",
     "By show of hands all members were in favour."],
)  # fmt: skip
def test_a_verdict_says_only_what_became_of_what_stands_before(sentence: str) -> None:
    assert sayings.is_verdict(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Supported by the Borough", "The gate was agreed to be green.", "Noted author",
     "Agreed by Borough Council.", "No comments made"],
)  # fmt: skip
def test_other_short_sentences_are_no_verdicts(sentence: str) -> None:
    assert not sayings.is_verdict(sentence)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The motion to refuse was put to the vote and lost.", "rejected"),
        ("An amendment that it be deferred was lost by 2 votes to 4.", "rejected"),
        ("Resolved to defer the bandstand.", "deferred"),
        ("Agreed subject to a correction.", "agreed with changes"),
        ("Cllr Lowe proposed acceptance. All in favour.", "agreed"),
        ("The Board decided not to sign.", "rejected"),
        ("Noted the report.", "noted"),
        ("The accounts were tabled and adopted.", "agreed"),
        (
            "The accounts were tabled and, on the proposal of Lowe, it was resolved to adopt them.",
            "agreed",
        ),
        ("The matter was tabled.", "deferred"),
        ("Lowe accepted and, as Tarn was away, it was resolved that Lowe be warden.", "agreed"),
        ("Proposed by Lowe. The proposal was not moved.", "withdrawn"),
        ("As Penn has not approved of the tar, it was decided to sell the boat.", "agreed"),
        ("Voted unanimously not to sell it.", "rejected"),
        ("No more than two oars were received, it was agreed that it be dropped.", "agreed"),
        ("Reasons for absence were received from Tarn and these were accepted.", "agreed"),
        ("The report was discussed and, after a vote, it was agreed to wait.", "agreed"),
        ("The Board approve the costs; later stages will be considered.", "agreed"),
        ("The Committee rejects the plan that the clerk had approved.", "rejected"),
        ("Members note that the plan was approved.", "noted"),
    ],
)
def test_what_was_moved_is_not_what_was_carried(text: str, outcome: str) -> None:
    assert verdicts.outcome_of(text, verdicts.verb_of(text)) == outcome


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Resolved (8 for, 2 against, 1 abstention) that it be so.", (8, 2, 1)),
        ("Five in favour, two against, none abstaining.", (5, 2, 0)),
        ("Carried by 2 votes to 1.", (2, 1, None)),
        ("In favour: 6. Against: 1. Abstentions: 0.", (6, 1, 0)),
        ("The plan for 3 lamps was approved.", (None, None, None)),
        ("Agreed to make good the deficit of £49 for last year.", (None, None, None)),
        ("Agreed, with 12 for the outing and 4 for the fair.", (None, None, None)),
        ("Agreed by 6 votes for the plan and 2 against.", (6, 2, None)),
    ],
)
def test_votes_are_read_in_figures_and_words(
    text: str, counts: tuple[int | None, int | None, int | None]
) -> None:
    found = verdicts.votes(text)
    assert (found.votes_for, found.against, found.abstentions) == counts


@pytest.mark.parametrize(
    ("text", "moved", "seconded"),
    [
        ("Proposed by Cllr Ann Lowe, seconded by Cllr. B. Tarn and agreed", "Ann Lowe", "B. Tarn"),
        ("Cllr Mrs Dory proposed acceptance seconded by Cllr Bram.", "Dory", "Bram"),
        ("On the proposition of P Garrow, seconded by J Swale, it was resolved", "P Garrow",
         "J Swale"),
        ("Proposed by: Cllr Tarn Seconded by: Cllr Lowe", "Tarn", "Lowe"),
        ("It was proposed and seconded that the gate be mended.", None, None),
        ("Officers proposed a new gate.", None, None),
    ],
)  # fmt: skip
def test_movers_and_seconders_are_named(text: str, moved: str | None, seconded: str | None) -> None:
    mover, seconder = motions.mover(text), motions.seconder(text)
    assert (mover and mover.name, seconder and seconder.name) == (moved, seconded)


@settings(max_examples=60, deadline=500)
@given(
    st.lists(
        st.sampled_from(
            ["the Board", "agreed", "that", "and", "was", "minutes", "of", "moved", "by", "5",
             "Ann Lowe", "seconded", "for", ",", ".", "motion", "following", "which", "noted"]
        ),
        max_size=400,
    ).map(" ".join)
)  # fmt: skip
def test_long_runs_of_the_words_of_decisions_are_read_in_time(text: str) -> None:
    sayings.decides(text, BOARD)
    mover, counted = motions.mover(text), verdicts.votes(text)
    assert mover is None or mover.written in text
    assert counted.votes_for is None or str(counted.votes_for) in text


@pytest.mark.parametrize(
    ("said", "to"),
    [
        (
            "Agreed to delegate to Lead Pilots the reply to the Harbour’s survey of ropes.",
            "Lead Pilots",
        ),
        (
            "Delegated the day of signing to the Chair and the Head of Lamps.",
            "the Chair and the Head of Lamps",
        ),
        ("Agreed to delegate the order of ropes to the Board’s staff.", None),
        ("Agreed to delegate the order of ropes to the Board’s Clerk.", "the Board’s Clerk"),
    ],
)
def test_whom_a_decision_delegates_a_thing_to(said: str, to: str | None) -> None:
    head = "# Saltwick Ferry Board\n\nMinutes of the meeting held on 4 June 2030\n\n## 1. Ropes\n\n"
    paper = f"{head}**Decision**\n\n{said}\n"
    (decision,) = extract(read_document(paper.encode(), "minutes.md"), Councils(())).decisions
    assert decision.delegates_to == to


def test_counts_behind_the_name_of_each_side_are_that_side_s() -> None:
    assert votes("For: 10 Against: 2 Abstain: 1") == Votes(10, 2, 1)
    assert votes("Ayes: 4 Noes: 3") == Votes(4, 3, None)
    assert votes("10 for, 2 against") == Votes(10, 2, None)
