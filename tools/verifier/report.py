"""Verdict and report in the shape of `gatehouse verify --json` (sections 13 and 15 of FORMAT.md)."""

from . import rules
from .forms import Fault
from .integrity import Progress, check

SENTENCES = {
    "E00": "The check could not be finished, so this file does not count as checked.",
    "E01": "The file is not a bundle in its one form.",
    "E02": "A part is missing or has another size.",
    "E03": "The list of contents is not in its one form.",
    "E04": "There is a part that the list does not name.",
    "E05": "A part is not the one that was listed.",
    "E06": "A key cannot be read.",
    "E07": "The workspace's key is not among those that you approve.",
    "E08": "The list of contents is not what the workspace signed.",
    "E09": "Run, keys and workspace have names that do not belong together.",
    "E10": "A step is not canonical.",
    "E11": "A step does not have the members of its kind.",
    "E12": "A step is of another run, or its ids are not made of its run and its key.",
    "E13": "A step is missing or not in its place.",
    "E14": "A step is not the one that the next step continues.",
    "E15": "The run's own clock goes back.",
    "E20": "A checkpoint is not signed by the run.",
    "E21": "A checkpoint is not in its form or place.",
    "E22": "Steps at the end are missing.",
    "E23": "Steps were put behind the sealed ones.",
    "E24": "The steps do not give the sealed root.",
    "E25": "The run does not begin or end as a run does.",
    "E26": "The flow, its policies or its models are not those of the run.",
    "E27": "A derived part does not follow from the steps.",
    "E30": "The ledger's head is not signed by the workspace.",
    "E31": "The ledger is not in its form.",
    "E32": "An entry does not lead to the ledger's head.",
    "E33": "The ledger knows another beginning of this run.",
    "E34": "The ledger knows another end of this run.",
    "E35": "A witness's signature is missing, wrong or unexplained.",
    "E36": "A receipt covers more than the history has now.",
    "E37": "A receipt is for another history.",
    "E38": "A receipt cannot be read or was changed.",
    "E40": "A value is not in its form.",
    "E41": "A value is not the recorded one.",
    "E42": "A value is gone and nothing says why.",
    "E43": "An erased value is still here.",
    "S01": "A tool was used, or a permission left, without a live grant of its own.",
    "S02": "A tool was used otherwise than a person approved.",
    "S03": "Something went past the firewall, or its verdict is not the one that is drawn.",
    "S04": "A step went beyond its limit, or the run on after it was stopped.",
    "S05": "A question has no answer, or an answer no question.",
    "S06": "A node acted without running, or did not end with its turn.",
    "S07": "A signature does not fit its decision.",
    "S08": "Something was used without room in the day, or the room was judged wrongly.",
    "S09": "A reminder fits no request that waited.",
    "S10": "Outside text decided that something was done, and no person was asked.",
    "S11": "A tool was used for a target for the first time, and no person was asked.",
    "S12": "What only some may read was told to others, or left without a person's decision.",
    "S13": "A step rests on what the run did not have, or a recovery does not say where it stood.",
}


def report_on(raw, approved, receipts, quorum=0):
    """Never raises: whatever is wrong with the bytes is a FAILED report."""
    progress = Progress()
    try:
        run, is_approved, is_anchored = check(raw, approved, receipts, quorum, progress)
        found = rules.findings(run)
        if found:
            return _failed([code for code, _ in found], Fault(found[0][0], found[0][1]), progress)
        vouched = any(key in run.trusted_cosigners for key in rules.signers(run))
        verdict = _verdict(is_approved, is_anchored or vouched)
        notes = [
            {"step": step, "message": f"At step {step}, the decision is not signed by the person who made it."}
            for step in rules.unsigned(run)
        ]
        if (back := rules.clock(run)) is not None:
            step, ms, times = back
            again = "" if times == 1 else f", and at {times - 1} later steps again"
            order = "The order of the steps is that of the run's own clock."
            message = f"At step {step}, the clock of the device that recorded went back by {ms // 1000} s{again}. {order}"
            notes.append({"step": step, "message": message})
        return {
            "verdict": verdict,
            "codes": [],
            "message": _sentence(verdict, progress.events),
            **vars(progress),
            "notes": notes,
            "notChecked": list(rules.NOT_CHECKED),
        }
    except Fault as fault:
        return _failed([fault.code], fault, progress)
    except Exception:  # A bug here must not pass for a verdict.
        return _failed(["E00"], Fault("E00"), progress)


def _verdict(is_approved, is_anchored):
    if not is_approved:
        return "SELF-CONSISTENT"
    return "VERIFIED+ANCHORED" if is_anchored else "VERIFIED"


def _sentence(verdict, events):
    start = f"All {events} steps are as they were sealed"
    return {
        "SELF-CONSISTENT": f"{start}, but by a key that you have not approved.",
        "VERIFIED": f"{start}, by a key that you approve. Nothing from outside shows that the history was never replaced.",
        "VERIFIED+ANCHORED": f"{start}, by a key that you approve, and they fit what somebody outside holds.",
    }[verdict]


def _failed(codes, fault, progress):
    place = {"step": fault.step} if fault.step is not None else {"part": fault.part} if fault.part else {}
    return {
        "verdict": "FAILED",
        "codes": list(dict.fromkeys(codes)),
        "message": fault.message or SENTENCES[fault.code],
        **place,
        **vars(progress),
        "notes": [],
        "notChecked": [*rules.NOT_CHECKED, "whatever comes after the first fault"],
    }
