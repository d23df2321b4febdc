extension Endpoint {
  /// Everything that is served below ``base``, in the order of the description.
  static let all: [Endpoint] = [
    .description, .me, .today, .forecast,
    .facts, .addFacts, .recordings, .archive,
    .program, .putProgram, .leaveProgram,
    .posts, .post, .putPost, .removePost, .drafts, .followPost,
    .comments, .putComment, .removeComment, .reportComment,
    .members, .limits, .putLimits, .groups,
  ]
}
