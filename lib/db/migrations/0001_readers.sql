ALTER TYPE "public"."delivery_purpose" ADD VALUE 'sign_in';--> statement-breakpoint
CREATE TABLE "gifts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"article_id" text NOT NULL,
	"giver_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"handle_hash" text NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriber_lists" (
	"subscriber_id" uuid NOT NULL,
	"list_id" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "subscriber_lists_subscriber_id_list_id_pk" PRIMARY KEY("subscriber_id","list_id")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "list_ids" text[];--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "sign_in_request_id" uuid;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "list_ids" text[];--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "sign_in_request_id" uuid;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "code_hash" text;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_giver_id_subscribers_id_fk" FOREIGN KEY ("giver_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_requests" ADD CONSTRAINT "sign_in_requests_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriber_lists" ADD CONSTRAINT "subscriber_lists_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "gifts_token_hash" ON "gifts" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "gifts_giver" ON "gifts" USING btree ("giver_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_requests_handle" ON "sign_in_requests" USING btree ("handle_hash");--> statement-breakpoint
CREATE INDEX "sign_in_requests_subscriber" ON "sign_in_requests" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "sign_in_requests_expiry" ON "sign_in_requests" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "subscriber_lists_list" ON "subscriber_lists" USING btree ("list_id");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_sign_in_request_id_sign_in_requests_id_fk" FOREIGN KEY ("sign_in_request_id") REFERENCES "public"."sign_in_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_sign_in_request_id_sign_in_requests_id_fk" FOREIGN KEY ("sign_in_request_id") REFERENCES "public"."sign_in_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_sign_in_request" ON "deliveries" USING btree ("sign_in_request_id") WHERE "deliveries"."sign_in_request_id" is not null;--> statement-breakpoint
CREATE INDEX "tokens_sign_in_request" ON "tokens" USING btree ("sign_in_request_id");