"""What is held of a meeting."""

MINUTED = """(EXISTS { ?_minutes mb:ofMeeting ?meeting ; mb:kind "minutes" }
    || EXISTS { ?_decision mb:decidedAt ?meeting }
    || EXISTS { ?_came mb:atMeeting ?meeting ; mb:attendanceStatus "present" ;
      mb:statedIn/mb:inDocument/mb:ofMeeting ?meeting })"""
"""Whether a paper tells what came to pass at ``?meeting``, as an expression of SPARQL: minutes,
or any paper of it that has a decision or who was present.
"""
