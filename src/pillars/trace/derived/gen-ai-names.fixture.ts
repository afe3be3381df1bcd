/**
 * Every attribute of `model/gen-ai/registry.yaml` at commit 002c8a6ea1c8a42b14a4527db83b3cabcded610a of
 * open-telemetry/semantic-conventions-genai (Apache-2.0), without the prefix `gen_ai.`, and the operations it knows.
 */
export const registeredNames: ReadonlySet<string> = new Set(
  `provider.name request.model request.max_tokens request.choice.count request.temperature request.top_p request.top_k
  request.stop_sequences request.frequency_penalty request.presence_penalty request.encoding_formats request.seed
  request.stream response.id response.model response.finish_reasons response.time_to_first_chunk usage.input_tokens
  usage.cache_read.input_tokens usage.cache_creation.input_tokens usage.text.input_tokens usage.image.input_tokens
  usage.audio.input_tokens usage.video.input_tokens usage.output_tokens usage.reasoning.output_tokens
  usage.text.output_tokens usage.audio.output_tokens token.type token.modality token.cache token.phase conversation.id
  agent.id agent.name agent.description agent.version tool.name tool.call.id tool.description tool.type
  tool.call.arguments tool.call.result tool.definitions data_source.id operation.name output.type
  embeddings.dimension.count retrieval.documents retrieval.query.text memory.store.id memory.record.id
  memory.record.count memory.query.text memory.records system_instructions input.messages output.messages
  evaluation.name evaluation.score.value evaluation.score.label evaluation.explanation prompt.name workflow.name`
    .split(/\s+/)
    .map((name) => `gen_ai.${name}`),
);

export const registeredOperations: ReadonlySet<string> = new Set(
  `chat generate_content text_completion embeddings retrieval create_agent invoke_agent execute_tool invoke_workflow plan
  search_memory create_memory update_memory upsert_memory delete_memory create_memory_store delete_memory_store`.split(
    /\s+/,
  ),
);
